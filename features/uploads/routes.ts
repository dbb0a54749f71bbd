import { authorize } from '@/auth/authorize';
import { staffRoute } from '@/auth/guards';
import { limitInWords, MOST_BYTES, tooLarge } from '@/lib/accepted-files';
import { env } from '@/lib/env';
import { fileKind, limitOf } from '@/lib/file-kinds';
import { fileSize } from '@/lib/file-size';
import { Rejected } from '@/lib/rejected';
import { diskStore } from '@/lib/storage';
import { decodedName, fileNameOf } from './file-name';
import { recordUpload } from './mutations';
import { uploadOf } from './queries';
import { refusedByMachine, refusedFile } from './refusal';

/** Takes an attachment as the body of a request. The row comes after the file, so that no row is without one. */
export const receiveUploadRoute = staffRoute({ act: 'upload' }, async (request, { person }) => {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (!request.body) return refusedFile('This file is empty.');
  if (announced > MOST_BYTES)
    return refusedFile(`A file may have ${limitInWords(MOST_BYTES / 1_000_000)} at most.`);
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

/** A stored file, for editors and for who brought it: saved, and never run. */
export const sendUploadRoute = staffRoute<{ key: string }>(
  { act: 'upload' },
  async (request, { person, params: { key } }) => {
    const upload = await uploadOf(key);
    const theirs = upload?.byId === person.id || authorize(person, 'publish');
    const file = upload && theirs && (await diskStore(env().DATA_DIR).read('attachments', key));
    if (!file) return new Response('This file is not here.\n', { status: 404, headers: plain });
    if (request.method === 'HEAD') await file.stream.cancel();
    return new Response(request.method === 'HEAD' ? null : file.stream, {
      headers: {
        'content-type': upload.mediaType,
        'content-length': String(file.bytes),
        'content-disposition': `attachment; filename="${key.slice(0, 16)}${key.slice(64)}"`,
        'content-security-policy': 'sandbox',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  },
);

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' };
