import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedPage } from '@/e2e/seed';
import { imagePolicy } from '@/features/credits/policy';
import { phaseAt } from '@/features/webinars/phase';
import { type Block, plainText, referencesOf, type TextTree } from '@/lib/text-tree';
import { dayInWords, isZone } from '@/lib/time';
import { closeDatabase, db } from '../client';
import { attachments, photos, photoUses, resources, topicResources, topics, webinars } from '../schema';

let content: Awaited<ReturnType<typeof everything>>;

beforeAll(async () => {
  content = await everything();
});
afterAll(closeDatabase);

const seed = seedPage();
/** As db/places.test.ts and db/races.test.ts call theirs. */
const OTHERS_PHOTO = 'A photo of a test';
const labels = { news: 'News', webinar: 'Webinar', document: 'Document' };

describe('the topic of the seed', () => {
  test('has its title, an introduction, and the photo with its alternative text', () => {
    const topic = content.topics.find(({ slug }) => slug === 'partnerships');
    expect(topic?.title).toBe(seed.title);
    expect(plainText(treeOf(topic?.introduction)).length).toBeGreaterThan(200);
    const hero = content.uses.find(({ topicId, place }) => topicId === topic?.id && place === 'hero');
    expect(hero?.alt).toBe(seed.alt);
  });

  // The texts are our own: the seed's belong to others.
  test('has its six entries, in its order, with its titles, kinds and dates', () => {
    const topic = content.topics.find(({ slug }) => slug === 'partnerships');
    const placed = content.placed.filter(({ topicId }) => topicId === topic?.id);
    const entries = content.resources
      .filter(({ id }) => placed.some(({ resourceId }) => resourceId === id))
      .sort((one, other) => (one.day === other.day ? other.id - one.id : one.day > other.day ? -1 : 1))
      .map(({ title, kind, day }) => ({ title, line: `Publish Date: ${labels[kind]} / ${dayInWords(day)}` }));
    expect(seed.entries).toHaveLength(6);
    expect(entries).toEqual(seed.entries.map(({ title, line }) => ({ title, line })));
  });
});

describe('around it there is enough to try everything on', () => {
  test('eleven more topics, in two levels', () => {
    expect(content.topics.length).toBeGreaterThanOrEqual(12);
    const roots = content.topics.filter(({ parentId }) => parentId === null);
    expect(roots.length).toBeGreaterThan(1);
    expect(content.topics.length - roots.length).toBeGreaterThan(1);
  });

  test('forty more stories, webinars and documents', () => {
    expect(content.resources.length).toBeGreaterThanOrEqual(46);
    for (const kind of ['news', 'webinar', 'document'] as const)
      expect(content.resources.filter((one) => one.kind === kind).length, kind).toBeGreaterThanOrEqual(10);
  });

  test('webinars in every phase, in several zones', () => {
    const loaded = new Date(Math.max(...content.resources.map(({ publishedAt }) => Number(publishedAt))));
    const soon = content.webinars.filter(({ startsAt, state }) => {
      const minutes = (startsAt.getTime() - loaded.getTime()) / 60_000;
      return state === 'scheduled' && minutes > 0 && minutes < 120;
    });
    expect(soon.length).toBeGreaterThan(0); // it will be under way while somebody looks
    const phases = content.webinars.map((one) => phaseAt(one, loaded));
    for (const phase of ['scheduled', 'held', 'recorded', 'postponed', 'cancelled'])
      expect(phases).toContain(phase);
    const zones = new Set(content.webinars.map(({ zone }) => zone));
    expect(zones.size).toBeGreaterThanOrEqual(3);
    expect([...zones].filter((zone) => !isZone(zone))).toEqual([]);
  });

  test('files of several types', () => {
    expect(new Set(content.attachments.map(({ mediaType }) => mediaType)).size).toBeGreaterThanOrEqual(4);
  });
});

describe('photos', () => {
  test('every one may be published and says whose it is', () => {
    for (const photo of content.photos) {
      expect(imagePolicy(photo.licence).publish, `photo ${photo.id}: ${photo.licence}`).toBe('ok');
      expect(photo.creditConfirmedAt, `photo ${photo.id}`).not.toBeNull();
    }
  });

  test('every alternative text says what can be seen, in 150 characters at most', () => {
    const texts = [...content.photos, ...content.uses].flatMap(({ alt }) => (alt === null ? [] : [alt]));
    expect(texts.length).toBeGreaterThan(10);
    for (const alt of texts) {
      expect(alt.length, alt).toBeLessThanOrEqual(150);
      expect(alt).not.toMatch(/\.(jpe?g|png|webp|avif|gif)\b|^(IMG|DSC)[_-]?\d/i);
      expect(alt.split(/\s+/).length, alt).toBeGreaterThan(2);
    }
  });
});

describe('texts', () => {
  test('go from one heading level to the next without a gap', () => {
    for (const { name, tree } of content.texts) {
      let level = 1;
      for (const heading of tree.content.filter((block) => block.type === 'heading')) {
        expect(heading.attrs.level, `${name}: “${plainText(docOf(heading))}”`).toBeLessThanOrEqual(level + 1);
        level = heading.attrs.level;
      }
    }
  });

  test('refer only to what is there', () => {
    const known = {
      topicIds: content.topics.map(({ id }) => id),
      resourceIds: content.resources.map(({ id }) => id),
      photoIds: content.photos.map(({ id }) => id),
      useIds: content.uses.map(({ id }) => id),
    };
    let references = 0;
    for (const { name, tree } of content.texts)
      for (const [kind, ids] of Object.entries(referencesOf(tree))) {
        references += ids.length;
        for (const id of ids) expect(known[kind as keyof typeof known], `${name}: ${kind}`).toContain(id);
      }
    expect(references).toBeGreaterThan(20);
  });

  test('are written for readers', () => {
    for (const { name, tree } of content.texts) {
      expect(plainText(tree), name).not.toMatch(
        /lorem|ipsum|dolor sit|\bTODO\b|\bTBD\b|placeholder text|foo bar/i,
      );
      expect(plainText(tree).length, name).toBeGreaterThan(80);
    }
  });
});

/** What other tests publish at the same time ends with a word that no address of the demonstration has. */
const isOurs = ({ slug }: { slug: string }) => !/-[0-9a-f]{8}(-|$)/.test(slug);

async function everything() {
  const all = {
    topics: (await db().select().from(topics)).filter((one) => one.publishedAt && isOurs(one)),
    resources: (await db().select().from(resources)).flatMap((one) =>
      one.publishedAt && one.title && one.day && isOurs(one)
        ? [{ ...one, title: one.title, day: one.day }]
        : [],
    ),
    placed: await db().select().from(topicResources),
    webinars: await db().select().from(webinars),
    attachments: await db().select().from(attachments),
    photos: (await db().select().from(photos)).filter(({ title }) => title !== OTHERS_PHOTO),
    uses: await db().select().from(photoUses),
  };
  const [topicIds, resourceIds] = [all.topics, all.resources].map(
    (rows) => new Set(rows.map(({ id }) => id)),
  );
  const uses = all.uses.filter(
    ({ topicId, resourceId }) => topicIds?.has(topicId ?? 0) || resourceIds?.has(resourceId ?? 0),
  );
  const files = all.attachments.filter(({ resourceId }) => resourceIds?.has(resourceId));
  const texts = [
    ...all.topics.map((one) => ({ name: one.slug, tree: treeOf(one.introduction) })),
    ...all.resources.map((one) => ({ name: one.slug, tree: treeOf(one.body) })),
  ];
  return { ...all, uses, attachments: files, texts };
}

function treeOf(tree: TextTree | null | undefined): TextTree {
  if (!tree) throw new Error('a published text is not there');
  return tree;
}

const docOf = (block: Block): TextTree => ({ type: 'doc', content: [block] });
