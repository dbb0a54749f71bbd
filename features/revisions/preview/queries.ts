import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { photos, previewLinks, renditions, resources, staff, topics } from '@/db/schema';
import { readPhotos as creditedPhotos, type PublishedPhoto } from '@/features/photos/queries';
import type { Draft } from '@/features/revisions/draft';
import { isOf } from '@/features/revisions/owner';
import type { Owner } from '@/features/revisions/owner-name';
import { usesOfDraft } from '@/lib/text-tree';

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
