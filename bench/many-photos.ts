import { createHash } from 'node:crypto';
import { db, type Transaction } from '@/db/client';
import { photoCreators, photos, photoUses, renditions } from '@/db/schema';

export type PhotoPool = Awaited<ReturnType<typeof readPhotos>>;

/** The demonstration site's photos that have files, with all that belongs to them. */
export async function readPhotos() {
  const rows = await db().select().from(photos).orderBy(photos.id);
  const files = await db().select().from(renditions);
  const creators = await db().select().from(photoCreators);
  return rows
    .map(({ id, ...row }) => ({
      row,
      files: files.filter(({ photoId }) => photoId === id),
      creators: creators.filter(({ photoId }) => photoId === id),
    }))
    .filter((photo) => photo.files.length > 0);
}

/** A photo of its own at the head of each resource; many of them share their files. */
export async function illustrate(tx: Transaction, resourceIds: number[], pool: PhotoPool) {
  const chosen = resourceIds.flatMap((resourceId) => {
    const like = pool[resourceId % pool.length];
    return like ? [{ resourceId, ...like }] : [];
  });
  if (chosen.length === 0) return;
  const rows = await tx
    .insert(photos)
    .values(chosen.map(({ row, resourceId }) => ({ ...row, fileKey: keyOf(resourceId) })))
    .returning({ id: photos.id });
  const placed = chosen.map((one, index) => ({ ...one, photoId: rows[index]?.id ?? 0 }));
  await tx
    .insert(renditions)
    .values(placed.flatMap(({ files, photoId }) => files.map((file) => ({ ...file, photoId }))));
  const creators = placed.flatMap((one) =>
    one.creators.map((creator) => ({ ...creator, photoId: one.photoId })),
  );
  if (creators.length > 0) await tx.insert(photoCreators).values(creators);
  await tx.insert(photoUses).values(
    placed.map(({ photoId, resourceId, row }) => ({
      photoId,
      resourceId,
      place: 'hero' as const,
      alt: row.alt ?? 'A photo from the branch',
    })),
  );
}

const keyOf = (resourceId: number) => createHash('sha256').update(`made photo ${resourceId}`).digest('hex');
