import { asc, eq, max, sql } from 'drizzle-orm';
import { record } from '@/db/audit';
import type { Transaction } from '@/db/client';
import { photoCreators, photos, photoUses, renditions, revisions } from '@/db/schema';
import { resourceState, topicState } from '@/db/states';
import { type Writing, write } from '@/db/write';
import { Credit } from '@/features/credits/credit';
import { formatCredit } from '@/features/credits/format';
import { Rejected } from '@/lib/rejected';
import { usesOfPhoto } from './admin/queries';
import { AlreadyThere } from './already-there';

import type { StoredRendition } from './renditions';
import { columnsOf, creditOf, sameCredit, versionOf } from './stored-credit';

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
    const id = await insertPhoto(tx, input, { creditConfirmedAt: new Date() });
    changed({ of: 'photo', photoIds: [id] });
    return id;
  }, within);

/** A photo whose credit nobody has confirmed yet: it is shown to staff alone. */
export const addPhoto = (input: PhotoInput, { byId }: { byId: number }) =>
  write(async ({ tx }) => {
    if (input.file) await refuseKnown(tx, input.file.key);
    const id = await insertPhoto(tx, input, { createdById: byId });
    const act = input.file ? 'added a photo' : 'recorded a photo whose file is owed';
    await record(tx, { byId, act, item: { kind: 'photo', id, title: input.credit.title ?? input.alt } });
    return id;
  });

type File = { key: string; width: number; height: number; renditions: StoredRendition[] };

/** The file that was owed. `credit` is the one that its copies carry. */
export const putPhotoFile = (id: number, file: File, { credit, byId }: { credit: Credit; byId: number }) =>
  write(async ({ tx, changed }) => {
    const { row, credit: stored } = await lockedPhoto(tx, id);
    if (row.fileKey) throw new Rejected('file', 'The file of this photo is here already.');
    if (!sameCredit(stored, credit))
      throw new Rejected('file', 'The credit was changed meanwhile. Choose the file again.');
    await refuseKnown(tx, file.key);
    const { key, width, height } = file;
    await tx.update(photos).set({ fileKey: key, width, height }).where(eq(photos.id, id));
    await replaceRenditions(tx, id, file.renditions);
    await record(tx, { byId, act: 'brought the file of a photo', item: photoNamed(row) });
    changed({ of: 'photo', photoIds: [id] });
  });

type Save = {
  id: number;
  byId: number;
  /** Of the state that was changed. */
  version: string;
  /** Says that this is the credit: a deliberate act, kept as a revision. */
  confirm: boolean;
  fields: { alt: string | null; evidence: string | null; credit: Credit };
  /** When it is confirmed: for which file, with copies that carry this credit where those that are there do not. */
  copies?: { fileKey: string | null; renditions?: StoredRendition[] };
};
export type SavedPhoto = { saved: { version: string; confirmed: boolean } } | { conflict: true };

/** Saves what is known of a photo, unless somebody else has since. */
export const savePhoto = ({ id, byId, version, confirm, fields, copies }: Save) =>
  write(async ({ tx, changed }): Promise<SavedPhoto> => {
    const before = await lockedPhoto(tx, id);
    if (versionOf(before.row, before.credit) !== version) return { conflict: true };
    const { alt, evidence, credit } = fields;
    if (!confirm && before.row.creditConfirmedAt && !sameCredit(before.credit, credit))
      throw new Rejected('confirm', 'Visitors may see this credit. Confirm it to change it.');
    if (confirm && formatCredit(credit).text === '')
      throw new Rejected(
        'confirm',
        'This credit says nothing yet. Write who made the photo, or its licence.',
      );

    if (confirm && before.row.fileKey !== (copies?.fileKey ?? null))
      throw new Rejected('confirm', 'The file of this photo came meanwhile. Confirm once more.');

    const [row] = await tx
      .update(photos)
      .set({ ...columnsOf(credit), alt, evidence, ...(confirm && { creditConfirmedAt: new Date() }) })
      .where(eq(photos.id, id))
      .returning();
    if (!row) throw new Error('no row came back');
    await tx.delete(photoCreators).where(eq(photoCreators.photoId, id));
    await insertCreators(tx, id, credit);
    if (copies?.renditions) await replaceRenditions(tx, id, copies.renditions);
    const number = confirm ? await addConfirmation(tx, id, { credit, evidence, byId }) : undefined;
    await record(tx, {
      byId,
      act: confirm ? 'confirmed a credit' : 'saved a photo',
      item: photoNamed(row),
      ...(number && { detail: { number } }),
    });
    changed({ of: 'photo', photoIds: [id] });
    return { saved: { version: versionOf(row, credit), confirmed: row.creditConfirmedAt !== null } };
  });

/** A photo that is used nowhere goes for good. */
export const deletePhoto = (id: number, { byId }: { byId: number }) =>
  write(async ({ tx, changed }) => {
    const { row } = await lockedPhoto(tx, id);
    const uses = await usesOfPhoto(id, tx);
    if (uses.length > 0) throw new Rejected('photo', stillUsed(uses));
    await tx.delete(photos).where(eq(photos.id, id));
    await record(tx, { byId, act: 'deleted a photo', item: photoNamed(row) });
    changed({ of: 'photo', photoIds: [id] });
  });

/** What somebody may not read is not named to them: drafts are counted. */
function stillUsed(uses: { title: string; address: string | null }[]): string {
  const pages = uses.filter(({ address }) => address).map(({ title }) => `“${title}”`);
  const drafts = uses.length - pages.length;
  const all = [...pages, ...(drafts > 0 ? [drafts === 1 ? 'one draft' : `${drafts} drafts`] : [])];
  return `This photo is still used: ${all.join(', ')}. Take it out there first.`;
}

async function insertPhoto(
  tx: Transaction,
  input: PhotoInput,
  state: { creditConfirmedAt?: Date; createdById?: number },
) {
  const { file, width, height, alt, evidence } = input;
  const credit = Credit.parse(input.credit);
  const [row] = await tx
    .insert(photos)
    .values({ ...columnsOf(credit), ...state, fileKey: file?.key ?? null, width, height, alt, evidence })
    .returning({ id: photos.id });
  if (!row) throw new Error('no row came back');
  await insertCreators(tx, row.id, credit);
  if (file) await replaceRenditions(tx, row.id, file.renditions);
  return row.id;
}

async function insertCreators(tx: Transaction, photoId: number, { creators }: Credit) {
  const rows = creators.map((creator, position) => ({ photoId, position, ...creator }));
  if (rows.length > 0) await tx.insert(photoCreators).values(rows);
}

async function replaceRenditions(tx: Transaction, photoId: number, copies: StoredRendition[]) {
  await tx.delete(renditions).where(eq(renditions.photoId, photoId));
  await tx.insert(renditions).values(copies.map((one) => ({ photoId, ...one })));
}

/** Two that bring the same file at once wait here for one another. */
async function refuseKnown(tx: Transaction, key: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`photo ${key}`}))`);
  const [known] = await tx.select({ id: photos.id }).from(photos).where(eq(photos.fileKey, key));
  if (known) throw new AlreadyThere(known.id);
}

/** A photo with its makers; whoever writes on one holds the lock of its row. */
async function lockedPhoto(tx: Transaction, id: number) {
  const [row] = await tx.select().from(photos).where(eq(photos.id, id)).for('update');
  if (!row) throw new Rejected('photo', 'This photo is no longer in the library.');
  const creators = await tx
    .select()
    .from(photoCreators)
    .where(eq(photoCreators.photoId, id))
    .orderBy(asc(photoCreators.position));
  return { row, credit: creditOf(row, creators) };
}

type Confirmation = { credit: Credit; evidence: string | null; byId: number };

async function addConfirmation(tx: Transaction, photoId: number, { byId, ...content }: Confirmation) {
  const [last] = await tx
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.photoId, photoId));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(revisions).values({ photoId, number, act: 'confirm', content, byId });
  return number;
}

const photoNamed = ({ id, title, alt }: { id: number; title: string | null; alt: string | null }) => ({
  kind: 'photo',
  id,
  title: title ?? alt,
});

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
