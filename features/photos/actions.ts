'use server';

import { z } from 'zod';
import { authorize } from '@/auth/authorize';
import { staffAction } from '@/auth/guards';
import { Credit } from '@/features/credits/credit';
import { Rejected } from '@/lib/rejected';
import { photoForEditing } from './admin/queries';
import { confirmedCopies } from './confirmed-copies';
import { creditOfFields, emptyCredit, fieldsOf } from './credit-fields';
import { OwedPhoto, PhotoChanges, PhotoId } from './input';
import { addPhoto, deletePhoto, savePhoto } from './mutations';
import { photoChoices, photoItem } from './queries';

const item = ({ id }: { id: number }) => photoItem(id);

/** Saves a photo, and confirms its credit when asked to; a save from an older state gets what stands there now. */
export const savePhotoAction = staffAction(
  { act: 'write-photo', input: PhotoChanges, item },
  async ({ person, input }) => {
    const { id, version, confirm, alt, evidence } = input;
    const credit = Credit.parse(creditOfFields(input.credit));
    const fields = { alt: alt || null, evidence: evidence || null, credit };
    const copies = confirm && { copies: await confirmedCopies(id, credit) };
    const saved = await savePhoto({ id, version, confirm, fields, ...copies, byId: person.id });
    if ('saved' in saved) return saved;
    const now = await photoForEditing(id);
    if (!now) throw new Rejected('photo', 'This photo is no longer in the library.');
    const theirs = { alt: now.alt ?? '', evidence: now.evidence ?? '', credit: fieldsOf(now.credit) };
    return { conflict: { version: now.version, fields: theirs } };
  },
);

/** A photo whose file is owed: its proportions first, then its credit on its own page. */
export const recordOwedPhotoAction = staffAction(
  { act: 'create-photo', input: OwedPhoto },
  async ({ person, input: { proportion, alt } }) => {
    const given = { ...proportion, file: null, alt: alt || null, evidence: null, credit: emptyCredit };
    return { id: await addPhoto(given, { byId: person.id }) };
  },
);

/** Contributors delete what they brought themselves. */
export const deletePhotoAction = staffAction(
  { act: 'write-photo', input: z.strictObject({ id: PhotoId }), item },
  async ({ person, input, item: { createdById } }) => {
    if (createdById !== person.id && !authorize(person, 'trash'))
      throw new Rejected('photo', 'Somebody else added this photo. Ask an editor to delete it.');
    await deletePhoto(input.id, { byId: person.id });
  },
);

export const findPhotosAction = staffAction(
  { act: 'see-photos', input: z.strictObject({ query: z.string().max(200) }) },
  ({ input }) => photoChoices(input.query),
);
