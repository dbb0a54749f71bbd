import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import {
  attachments,
  people,
  photoUses,
  type ResourceKind,
  relatedLinks,
  resourcePeople,
  resources,
  topicResources,
} from '@/db/schema';
import { addressOf, attachmentAddress } from '@/lib/addresses';
import { isPublic } from './queries';

export type Person = { id: number; name: string; affiliation: string | null; url: string | null };
export type PublishedAttachment = {
  id: number;
  type: (typeof attachments.$inferSelect)['type'];
  title: string;
  /** Where it is: a page of ours for a file, elsewhere for a link. */
  href: string;
  file: { name: string; mediaType: string; bytes: number } | null;
};

/** What the pages of stories, webinars and documents have in common; for visitors, so only of what is public. */
export async function publishedResource(id: number, kind: ResourceKind) {
  const [row] = await db()
    .select()
    .from(resources)
    .where(and(eq(resources.id, id), eq(resources.kind, kind), isPublic()));
  if (!row?.title || !row.body || !row.day || !row.firstPublishedAt) return null;
  const [topicIds, persons, files, links, uses] = await Promise.all([
    db()
      .select({ id: topicResources.topicId })
      .from(topicResources)
      .where(eq(topicResources.resourceId, id))
      .orderBy(asc(topicResources.position)),
    peopleOf(id),
    attachmentsOf(id),
    db()
      .select()
      .from(relatedLinks)
      .where(eq(relatedLinks.resourceId, id))
      .orderBy(asc(relatedLinks.position)),
    db().select().from(photoUses).where(eq(photoUses.resourceId, id)),
  ]);
  return {
    id,
    kind,
    slug: row.slug,
    address: addressOf(row),
    title: row.title,
    summary: row.summary,
    teaser: row.teaser,
    body: row.body,
    day: row.day,
    correctedOn: row.correctedOn,
    reviewedOn: row.reviewedOn,
    textLicence: row.textLicence,
    publishedAt: row.firstPublishedAt.toISOString(),
    topicIds: topicIds.map((topic) => topic.id),
    authors: persons.filter(({ role }) => role === 'author').map(({ person }) => person),
    presenters: persons.filter(({ role }) => role === 'presenter').map(({ person }) => person),
    attachments: files,
    links: links.map(({ title, url }) => ({ title, url })),
    hero: uses.find((use) => use.place === 'hero') ?? null,
    figures: uses.filter((use) => use.place === 'figure'),
  };
}

export type PublishedResource = NonNullable<Awaited<ReturnType<typeof publishedResource>>>;

async function peopleOf(resourceId: number): Promise<{ role: 'author' | 'presenter'; person: Person }[]> {
  const rows = await db()
    .select({ role: resourcePeople.role, person: people })
    .from(resourcePeople)
    .innerJoin(people, eq(people.id, resourcePeople.personId))
    .where(eq(resourcePeople.resourceId, resourceId))
    .orderBy(asc(resourcePeople.position));
  return rows.map(({ role, person: { id, name, affiliation, url } }) => ({
    role,
    person: { id, name, affiliation, url },
  }));
}

async function attachmentsOf(resourceId: number): Promise<PublishedAttachment[]> {
  const rows = await db()
    .select()
    .from(attachments)
    .where(eq(attachments.resourceId, resourceId))
    .orderBy(asc(attachments.position));
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    title: row.title,
    href: row.url ?? attachmentAddress({ fileKey: row.fileKey ?? '', fileName: row.fileName ?? '' }),
    file:
      row.fileName && row.mediaType && row.bytes
        ? { name: row.fileName, mediaType: row.mediaType, bytes: row.bytes }
        : null,
  }));
}
