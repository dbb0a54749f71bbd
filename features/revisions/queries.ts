import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { photos, resources, revisions, staff, topics, webinars, workingCopies } from '@/db/schema';
import { formatCredit } from '@/features/credits/format';
import { readPhotos as creditedPhotos } from '@/features/photos/queries';
import { containing } from '@/lib/like';
import type { Draft } from './draft';
import { publicDraft } from './item/queries';
import { isOf } from './owner';
import { type Owner, parseDraft } from './owner-name';

export type OpenCopy = {
  content: Draft;
  /** 0 where nobody has edited the item yet: it is what is public. */
  lockVersion: number;
  savedAt: string;
  savedBy: string | null;
  submittedAt: string | null;
  submittedBy: string | null;
};

/** The working copy of an item; where there is none yet, what is public. */
export async function workingCopyOf(owner: Owner): Promise<OpenCopy | undefined> {
  const [row] = await db()
    .select({ copy: workingCopies, savedBy: staff.name })
    .from(workingCopies)
    .leftJoin(staff, eq(staff.id, workingCopies.savedById))
    .where(isOf(workingCopies, owner));
  if (!row) {
    const content = await publicDraft(owner);
    return (
      content && {
        content,
        lockVersion: 0,
        savedAt: new Date().toISOString(),
        savedBy: null,
        submittedAt: null,
        submittedBy: null,
      }
    );
  }
  const { copy, savedBy } = row;
  const [submitter] = copy.submittedById
    ? await db().select({ name: staff.name }).from(staff).where(eq(staff.id, copy.submittedById))
    : [];
  return {
    content: parseDraft(owner.of, copy.content),
    lockVersion: copy.lockVersion,
    savedAt: copy.savedAt.toISOString(),
    savedBy,
    submittedAt: copy.submittedAt?.toISOString() ?? null,
    submittedBy: submitter?.name ?? null,
  };
}

/** All revisions of an item, the newest first, without their texts. */
export const revisionsOf = (owner: Owner) =>
  db()
    .select({
      id: revisions.id,
      number: revisions.number,
      act: revisions.act,
      note: revisions.note,
      createdAt: revisions.createdAt,
      by: staff.name,
    })
    .from(revisions)
    .leftJoin(staff, eq(staff.id, revisions.byId))
    .where(isOf(revisions, owner))
    .orderBy(desc(revisions.number));

/** One revision, whole. */
export async function revisionOf(owner: Owner, number: number) {
  const [row] = await db()
    .select({ revision: revisions, by: staff.name })
    .from(revisions)
    .leftJoin(staff, eq(staff.id, revisions.byId))
    .where(and(isOf(revisions, owner), eq(revisions.number, number)));
  return row && { ...row.revision, by: row.by, content: parseDraft(owner.of, row.revision.content) };
}

/** Everything of the site that a text can link to, by a part of its title. */
export async function linkTargets(query: string) {
  const like = containing(query);
  const [found, foundTopics] = await Promise.all([
    db()
      .select({ id: resources.id, title: resources.title, kind: resources.kind, day: resources.day })
      .from(resources)
      .where(
        and(
          sql`${resources.title} ilike ${like}`,
          sql`${resources.publishedAt} is not null`,
          isNull(resources.withdrawnAt),
          isNull(resources.trashedAt),
        ),
      )
      .orderBy(desc(resources.day))
      .limit(8),
    db()
      .select({ id: topics.id, title: topics.title })
      .from(topics)
      .where(
        and(
          sql`${topics.title} ilike ${like}`,
          sql`${topics.publishedAt} is not null`,
          isNull(topics.withdrawnAt),
          isNull(topics.trashedAt),
        ),
      )
      .orderBy(asc(topics.title))
      .limit(5),
  ]);
  return { resources: found, topics: foundTopics };
}

/** What the writing field shows of the photos in a text. */
export async function photosInText(
  ids: number[],
): Promise<Record<number, { thumbnail: string | null; credit: string }>> {
  if (ids.length === 0) return {};
  const rows = await db().select().from(photos).where(inArray(photos.id, ids));
  const found = await creditedPhotos(rows);
  return Object.fromEntries(
    found.map(({ id, credit, renditions }) => [
      id,
      {
        thumbnail: renditions.length > 0 ? `/api/photos/${id}/thumbnail` : null,
        credit: formatCredit(credit).text,
      },
    ]),
  );
}

/** What a webinar's preview knows of its course; nothing where it is not announced yet. */
export async function courseOf(id: number) {
  const [row] = await db().select().from(webinars).where(eq(webinars.resourceId, id));
  return row;
}

/** Titles for numbers, for staff who compare. Without `drafts`, those that visitors know. */
export async function topicTitles(
  ids: number[],
  { drafts }: { drafts: boolean },
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({
      id: topics.id,
      title: topics.title,
      draft: sql<string | null>`${workingCopies.content}->>'title'`,
    })
    .from(topics)
    .leftJoin(workingCopies, eq(workingCopies.topicId, topics.id))
    .where(inArray(topics.id, ids));
  return new Map(
    rows.map(({ id, title, draft }) => [
      id,
      (title ?? (drafts ? draft : null)) || 'A topic that is not public',
    ]),
  );
}
