import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { topics } from '@/db/schema';
import {
  createPerson,
  createResource,
  publishResource,
  type ResourceInput,
} from '@/features/resources/mutations';
import { announceWebinar } from '@/features/webinars/mutations';
import type { TextTree } from '@/lib/text-tree';

/** A word that no other test uses. */
export const unique = (what: string) => `${what}-${randomBytes(4).toString('hex')}`;

export const textOf = (...paragraphs: string[]): TextTree => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

export async function topicId(slug: string): Promise<number> {
  const [row] = await db().select({ id: topics.id }).from(topics).where(eq(topics.slug, slug));
  if (!row) throw new Error(`there is no topic ${slug}`);
  return row.id;
}

/** What an editor would have filled in; a day that comes before all others in the lists. */
export async function inputFor(topic: string, other: Partial<ResourceInput> = {}): Promise<ResourceInput> {
  return {
    title: unique('Title'),
    summary: 'A summary.',
    teaser: 'A teaser that an editor wrote.',
    body: textOf('A text of one paragraph.'),
    day: '2099-01-01',
    correctedOn: null,
    reviewedOn: null,
    textLicence: null,
    topicIds: [await topicId(topic)],
    authorIds: [],
    presenterIds: [],
    attachments: [],
    links: [],
    ...other,
  };
}

export async function publishStory(topic: string, other: Partial<ResourceInput> = {}) {
  const slug = unique('story');
  const id = await createResource({ kind: 'news', slug });
  const input = await inputFor(topic, other);
  await publishResource(id, input);
  return { id, slug, address: `/news/${slug}`, input };
}

/** A webinar of one minute that starts at a moment, in New York. */
export async function announceAt(topic: string, startsAt: Date, other: Partial<ResourceInput> = {}) {
  const slug = unique('webinar');
  const id = await createResource({ kind: 'webinar', slug });
  const presenter = await createPerson({ name: unique('Presenter'), affiliation: null, url: null });
  const { day: _, ...resource } = await inputFor(topic, { presenterIds: [presenter], ...other });
  await announceWebinar(id, {
    resource,
    webinar: {
      start: { local: wallTime(startsAt, 'America/New_York'), zone: 'America/New_York' },
      uid: `${slug}@example.org`,
      minutes: 1,
      registration: 'none',
      registrationUrl: null,
      roomUrl: null,
      cost: null,
      captions: false,
      contactHours: null,
    },
  });
  return { id, slug, address: `/webinars/${slug}`, title: resource.title, startsAt };
}

/** What the clock on the wall shows, as "2026-07-01T14:00:07". */
const wallTime = (moment: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(moment)
    .replace(' ', 'T');
