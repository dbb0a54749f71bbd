import { authorize } from '@/auth/authorize';
import { staffRoute } from '@/auth/guards';
import type { Person } from '@/auth/person';
import { limitInWords, MOST_BYTES, tooLarge } from '@/lib/accepted-files';
import { env } from '@/lib/env';
import { fileKind, limitOf } from '@/lib/file-kinds';
import { fileSize } from '@/lib/file-size';
import { Rejected } from '@/lib/rejected';
import { diskStore } from '@/lib/storage';
import { decodedName, fileNameOf } from './file-name';
import { fileResponse, noFile } from './file-response';
import { recordUpload } from './mutations';
import { mayOpenFile, uploadedToday } from './queries';
import { refusedByMachine, refusedFile } from './refusal';

/** Takes an attachment as the body of a request. The row comes after the file, so that no row is without one. */
export const receiveUploadRoute = staffRoute({ act: 'upload' }, async (request, { person }) => {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (!request.body) return refusedFile('This file is empty.');
  if (announced > MOST_BYTES)
    return refusedFile(`A file may have ${limitInWords(MOST_BYTES / 1_000_000)} at most.`);
  if (await hasHadEnough(person, announced)) return refusedFile(enough, { status: 429 });
  const given = decodedName(request.headers.get('x-file-name'));
  try {
    const upload = await stored(request.body, given);
    await recordUpload(upload, { byId: person.id });
    const words = `${upload.kindName}, ${fileSize(upload.bytes)}`;
    const { kindName: _, ...answer } = upload;
    return Response.json({ ...answer, words }, { headers: { 'cache-control': 'private, no-store' } });
  } catch (error) {
    const refused = refusedByMachine(error, request.signal);
    if (refused) return refused;
    throw error;
  }
});

/** The disk is shared by all: who may not publish brings 5 GB a day at most. */
async function hasHadEnough(person: Person, bytes: number): Promise<boolean> {
  return !authorize(person, 'publish') && (await uploadedToday(person.id)) + bytes > 5_000_000_000;
}

const enough =
  'With this file you would have uploaded more than 5 GB in one day. Go on tomorrow, or ask an editor to bring it.';

async function stored(body: ReadableStream<Uint8Array>, given: string) {
  const received = await diskStore(env().DATA_DIR).receive(body, (bytes, head) => {
    const megabytes = limitOf(head);
    if (bytes > megabytes * 1_000_000)
      throw new Rejected('file', tooLarge('A file that begins like this one', megabytes));
  });
  try {
    const { kind, refused } = await fileKind(received.content, given);
    if (!kind) throw new Rejected('file', refused);
    const fileKey = `${received.key}.${kind.ending}`;
    await received.keep('attachments', fileKey);
    return {
      fileKey,
      fileName: fileNameOf(given, kind.ending),
      mediaType: kind.mediaType,
      bytes: received.content.size,
      kindName: kind.name,
    };
  } catch (error) {
    await received.discard();
    throw error;
  }
}

/** A stored file, for staff who may open it: saved, and never run. */
export const sendUploadRoute = staffRoute<{ key: string }>(
  { act: 'upload' },
  async (request, { person, params: { key } }) =>
    (await mayOpenFile(person, key)) ? fileResponse(request, key) : noFile(),
);
