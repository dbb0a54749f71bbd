import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { parse } from 'yaml';
import { db, type Transaction } from '@/db/client';
import { photos, resources, settings, topics } from '@/db/schema';
import { type Writing, write } from '@/db/write';
import { publishResource } from '@/features/resources/mutations';
import { saveSettings } from '@/features/settings/mutations';
import { publishTopic } from '@/features/topics/mutations';
import { attachmentsOf } from './files';
import { CONTENT, DemoDocument, DemoStory, DemoTopic, DemoWebinar, readDemo } from './front-matter';
import { createAll, type Ids, place, resolverFor } from './ids';
import { treeOf } from './markdown';
import { type PreparedPhoto, preparePhotos } from './photos';
import { typographic } from './typography';
import { announce } from './webinars';

const LOCK = 7_102_027;

/** Fills a database in which there is nothing at all, in one transaction; says whether it did. */
export async function loadDemo(dataDir: string): Promise<boolean> {
  if (!(await isEmpty(db()))) return false;
  const prepared = await preparePhotos(dataDir);
  return write(async (writing) => {
    // Of two that start at once, the second finds it filled.
    await writing.tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    if (!(await isEmpty(writing.tx))) return false;
    await loadAll(writing, dataDir, prepared);
    return true;
  });
}

/** A site that starts empty and stays so: its settings are there, and nothing else. */
export async function keepEmpty() {
  if (!(await isEmpty(db()))) return;
  const today = new Date().toISOString().slice(0, 10);
  const nothing = { type: 'doc' as const, content: [] };
  await saveSettings({
    siteName: 'Commonshelf',
    tagline: 'What libraries learn, shared.',
    zone: 'America/New_York',
    contactMail: '',
    accessibility: nothing,
    accessibilityReviewedOn: today,
    privacy: nothing,
    privacyReviewedOn: today,
  });
}

async function isEmpty(from: Pick<Transaction, 'select'>): Promise<boolean> {
  for (const table of [settings, topics, resources, photos])
    if ((await from.select({ one: sql`1` }).from(table).limit(1)).length > 0) return false;
  return true;
}

async function loadAll(writing: Writing, dataDir: string, photos: Map<string, PreparedPhoto>) {
  const content = {
    topics: await readDemo('topics', DemoTopic),
    stories: await readDemo('stories', DemoStory),
    webinars: await readDemo('webinars', DemoWebinar),
    documents: await readDemo('documents', DemoDocument),
  };
  const ids = await createAll(writing, content, photos);
  for (const { slug, front, markdown } of content.topics) {
    const id = ids.topic(slug);
    const owner = { topicId: id };
    if (front.photo) await place(writing, ids, { owner, use: front.photo, where: 'hero' });
    const { title, kind, position, hue, parent } = front;
    const introduction = await treeOf(markdown, resolverFor(writing, ids, owner));
    const parentId = parent ? ids.topic(parent) : null;
    await publishTopic(id, { title, kind, position, hue, parentId, introduction }, writing);
  }
  for (const { slug, front, markdown } of content.stories) {
    const id = ids.resource('news', slug);
    await publishResource(
      id,
      {
        ...(await common(writing, ids, { id, front, markdown })),
        day: front.date,
        correctedOn: front.corrected ?? null,
        reviewedOn: front.reviewed ?? null,
        textLicence: front.textLicence ?? null,
        authorIds: front.authors.map(ids.person),
      },
      writing,
    );
  }
  for (const { slug, front, markdown } of content.documents) {
    const id = ids.resource('document', slug);
    await publishResource(
      id,
      {
        ...(await common(writing, ids, { id, front, markdown })),
        day: front.date,
        textLicence: front.licence,
        authorIds: front.authors.map(ids.person),
        attachments: await attachmentsOf(dataDir, front.attachments),
      },
      writing,
    );
  }
  for (const webinar of content.webinars) {
    const id = ids.resource('webinar', webinar.slug);
    const resource = await common(writing, ids, { id, ...webinar });
    await announce(writing, {
      id,
      dataDir,
      webinar,
      resource,
      presenterIds: webinar.front.presenters.map(ids.person),
    });
  }
  await saveSettings(await demoSettings(writing, ids), writing);
}

async function common(
  writing: Writing,
  ids: Ids,
  item: { id: number; front: SharedFront; markdown: string },
) {
  const owner = { resourceId: item.id };
  const { front } = item;
  if (front.photo) await place(writing, ids, { owner, use: front.photo, where: 'hero' });
  return {
    title: typographic(front.title),
    summary: typographic(front.summary),
    teaser: front.teaser ? typographic(front.teaser) : null,
    body: await treeOf(item.markdown, resolverFor(writing, ids, owner)),
    correctedOn: null,
    reviewedOn: null,
    textLicence: null as string | null,
    topicIds: front.topics.map(ids.topic),
    authorIds: [] as number[],
    presenterIds: [] as number[],
    attachments: [],
    links: front.links,
  };
}

type SharedFront = {
  title: string;
  summary: string;
  teaser?: string | undefined;
  topics: string[];
  photo?: DemoTopic['photo'] | undefined;
  links: { title: string; url: string }[];
};

async function demoSettings(writing: Writing, ids: Ids) {
  const read = (name: string) => readFile(path.join(CONTENT, name), 'utf8');
  const resolve = resolverFor(writing, ids, { topicId: 0 });
  return {
    ...parse(await read('settings.yaml')),
    accessibility: await treeOf(await read('accessibility.md'), resolve),
    privacy: await treeOf(await read('privacy.md'), resolve),
  };
}
