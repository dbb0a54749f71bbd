import { staffRoute } from '@/auth/guards';
import { refusedByMachine, refusedFile } from '@/features/uploads/refusal';
import { env } from '@/lib/env';
import { wholeBody } from '@/lib/request-body';
import { contentKey, diskStore } from '@/lib/storage';
import { photoFile, photoWithFile, thumbnailOf } from './admin/queries';
import { AlreadyThere } from './already-there';
import { emptyCredit } from './credit-fields';
import { addPhoto, putPhotoFile } from './mutations';
import { photoItem } from './queries';
import { MOST_PHOTO_BYTES, storePhoto, tooLarge } from './renditions';

/** Takes a photo as the body of a request; its credit comes after it. */
export const receivePhotoRoute = staffRoute({ act: 'create-photo' }, (request, { person }) =>
  taking(request, async (original) => {
    const { key, width, height, renditions } = await storePhoto(env().DATA_DIR, original, emptyCredit);
    const file = { key, renditions };
    const given = { width, height, file, alt: null, evidence: null, credit: emptyCredit };
    return addPhoto(given, { byId: person.id });
  }),
);

/** Takes the file of a photo whose credit was recorded before. */
export const receivePhotoFileRoute = staffRoute<{ id: string }>(
  { act: 'write-photo', item: ({ id }) => photoItem(Number(id)) },
  async (request, { person, params }) => {
    const id = Number(params.id);
    const photo = await photoFile(id);
    if (!photo) return refusedFile('This photo is no longer in the library.');
    if (photo.fileKey) return refusedFile('The file of this photo is here already.');
    return taking(request, async (original) => {
      const file = await storePhoto(env().DATA_DIR, original, photo.credit);
      await putPhotoFile(id, file, { credit: photo.credit, byId: person.id });
      return id;
    });
  },
);

/** A small copy for staff, also of what visitors do not see. */
export const sendThumbnailRoute = staffRoute<{ id: string }>(
  { act: 'see-photos', item: ({ id }) => photoItem(Number(id)) },
  async (_request, { params }) => {
    const name = await thumbnailOf(Number(params.id));
    const file = name && (await diskStore(env().DATA_DIR).read('media', name));
    if (!file) return new Response('The file of this photo is not here yet.\n', { status: 404 });
    return new Response(file.stream, {
      headers: {
        'content-type': 'image/webp',
        'content-length': String(file.bytes),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=300',
      },
    });
  },
);

async function taking(request: Request, take: (original: Uint8Array) => Promise<number>) {
  try {
    const original = await wholeBody(request, MOST_PHOTO_BYTES);
    if (!original) return refusedFile(tooLarge);
    if (original.length === 0) return refusedFile('This file is empty.');
    const known = await photoWithFile(contentKey(original));
    // Said before the copies are made, which takes seconds; the mutation asks again.
    if (known) throw new AlreadyThere(known);
    return Response.json({ id: await take(original) }, { headers: { 'cache-control': 'private, no-store' } });
  } catch (error) {
    if (error instanceof AlreadyThere) return refusedFile(error.sentence, { id: error.photoId });
    const refused = refusedByMachine(error, request.signal);
    if (refused) return refused;
    throw error;
  }
}
