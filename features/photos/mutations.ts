import { photoCreators, photos, photoUses, renditions } from '@/db/schema';
import { resourceState, topicState } from '@/db/states';
import { type Writing, write } from '@/db/write';
import { Credit } from '@/features/credits/credit';
import type { StoredRendition } from './renditions';

export type PhotoInput = {
  width: number;
  height: number;
  alt: string | null;
  credit: Credit;
  evidence: string | null;
  file: { key: string; renditions: StoredRendition[] } | null;
};

/** A photo with the credit that a person confirmed; without a file, the file is owed. */
export const recordPhoto = (input: PhotoInput, within?: Writing) =>
  write(async ({ tx, changed }) => {
    const { file } = input;
    const credit = Credit.parse(input.credit);
    const [row] = await tx
      .insert(photos)
      .values({
        fileKey: file?.key ?? null,
        width: input.width,
        height: input.height,
        alt: input.alt,
        creditKind: credit.kind,
        title: credit.title,
        sourceName: credit.source.name,
        sourceUrl: credit.source.url,
        licence: credit.license,
        changes: credit.changes,
        copyright: credit.copyright,
        courtesy: credit.courtesy,
        permissionFrom: credit.permissionFrom,
        evidence: input.evidence,
        creditConfirmedAt: new Date(),
      })
      .returning({ id: photos.id });
    if (!row) throw new Error('no row came back');
    const creators = credit.creators.map((creator, position) => ({ photoId: row.id, position, ...creator }));
    if (creators.length > 0) await tx.insert(photoCreators).values(creators);
    if (file) await tx.insert(renditions).values(file.renditions.map((one) => ({ photoId: row.id, ...one })));
    changed({ of: 'photo', photoIds: [row.id] });
    return row.id;
  }, within);

export type UseInput = {
  photoId: number;
  owner: { topicId: number } | { resourceId: number };
  place: 'hero' | 'figure';
  caption: string | null;
} & ({ decorative: true } | { decorative: false; alt: string });

/** A photo appears on a topic or a resource. */
export const placePhoto = (input: UseInput, within?: Writing) =>
  write(async ({ tx, changed }) => {
    const { owner, ...use } = input;
    const [row] = await tx
      .insert(photoUses)
      .values({ ...use, ...owner })
      .returning({ id: photoUses.id });
    if (!row) throw new Error('no row came back');
    changed({ of: 'photo', photoIds: [input.photoId] });
    if ('topicId' in owner) {
      const after = await topicState(tx, owner.topicId);
      changed({ of: 'topic', before: undefined, after });
    } else {
      const after = await resourceState(tx, owner.resourceId);
      changed({ of: 'resource', before: undefined, after });
    }
    return row.id;
  }, within);
