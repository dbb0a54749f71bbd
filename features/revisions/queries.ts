import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import {
  photos,
  previewLinks,
  renditions,
  resources,
  revisions,
  schedules,
  staff,
  topics,
  webinars,
  workingCopies,
} from '@/db/schema';
import { formatCredit } from '@/features/credits/format';
import { readPhotos as creditedPhotos, type PublishedPhoto } from '@/features/photos/queries';
import { containing } from '@/lib/like';
import { usesOfDraft } from '@/lib/text-tree';
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

/** What is to be published at a moment, if anything, and what came of the last one that could not be. */
export async function scheduleOf(owner: Owner) {
  const rows = await db()
    .select({
      id: schedules.id,
      at: schedules.at,
      zone: schedules.zone,
      doneAt: schedules.doneAt,
      refusal: schedules.refusal,
      number: revisions.number,
      by: staff.name,
    })
    .from(schedules)
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .innerJoin(staff, eq(staff.id, schedules.byId))
    .where(isOf(schedules, owner))
    .orderBy(desc(schedules.id))
    .limit(1);
  const [row] = rows;
  return row && (row.doneAt === null || row.refusal) ? row : undefined;
}

/** Preview links that still open. */
export const openPreviewLinks = (owner: Owner) =>
  db()
    .select({
      id: previewLinks.id,
      createdAt: previewLinks.createdAt,
      expiresAt: previewLinks.expiresAt,
      by: staff.name,
    })
    .from(previewLinks)
    .innerJoin(staff, eq(staff.id, previewLinks.byId))
    .where(
      and(isOf(previewLinks, owner), isNull(previewLinks.revokedAt), sql`${previewLinks.expiresAt} > now()`),
    )
    .orderBy(desc(previewLinks.id));

/** What a preview link shows, as long as it is good. */
export async function previewedBy(tokenHash: string): Promise<Owner | undefined> {
  const [row] = await db()
    .select({ topicId: previewLinks.topicId, resourceId: previewLinks.resourceId })
    .from(previewLinks)
    .leftJoin(topics, eq(topics.id, previewLinks.topicId))
    .leftJoin(resources, eq(resources.id, previewLinks.resourceId))
    .where(
      and(
        eq(previewLinks.tokenHash, tokenHash),
        isNull(topics.trashedAt),
        isNull(resources.trashedAt),
        isNull(previewLinks.revokedAt),
        sql`${previewLinks.expiresAt} > now()`,
      ),
    );
  if (row?.topicId) return { of: 'topic', id: row.topicId };
  return row?.resourceId ? { of: 'resource', id: row.resourceId } : undefined;
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

/** The photos of a draft, whole, wherever they stand; `picture` says where a reader of the preview gets the file. */
export async function draftPhotos(draft: Draft, picture: (photoId: number) => string) {
  const text = 'body' in draft ? draft.body : draft.introduction;
  const ids = [...usesOfDraft(text), ...(draft.hero ? [draft.hero] : [])].map(({ photoId }) => photoId);
  if (ids.length === 0) return new Map<number, PublishedPhoto>();
  const rows = await db().select().from(photos).where(inArray(photos.id, ids));
  const read = await creditedPhotos(rows);
  return new Map(
    read.map((photo) => {
      const largest = photo.renditions.filter(({ format }) => format === 'webp').at(-1);
      return [photo.id, { ...photo, renditions: largest ? [{ ...largest, href: picture(photo.id) }] : [] }];
    }),
  );
}

/** The stored file that stands for a photo in previews. */
export async function pictureFile(photoId: number): Promise<string | undefined> {
  const [row] = await db()
    .select({ fileKey: renditions.fileKey })
    .from(renditions)
    .where(and(eq(renditions.photoId, photoId), eq(renditions.format, 'webp')))
    .orderBy(desc(renditions.width))
    .limit(1);
  return row && `${row.fileKey}.webp`;
}

/** What a webinar's preview knows of its course; nothing where it is not announced yet. */
export async function courseOf(id: number) {
  const [row] = await db().select().from(webinars).where(eq(webinars.resourceId, id));
  return row;
}

/** Titles for numbers, also of what is not public, for staff who compare. */
/** Without `drafts`, titles are those that visitors know. */
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
