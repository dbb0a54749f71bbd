import { env } from '@/lib/env';
import { diskStore } from '@/lib/storage';
import { storedFile } from './queries';

/** A stored file for one reader who may have it: saved, and never run. */
export async function fileResponse(request: Request, key: string): Promise<Response> {
  const known = await storedFile(key);
  const file = known && (await diskStore(env().DATA_DIR).read('attachments', key));
  if (!file) return noFile();
  if (request.method === 'HEAD') await file.stream.cancel();
  return new Response(request.method === 'HEAD' ? null : file.stream, {
    headers: {
      'content-type': known.mediaType,
      'content-length': String(file.bytes),
      'content-disposition': `attachment; filename="${key.slice(0, 16)}${key.slice(64)}"`,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

export const noFile = () => new Response('This file is not here.\n', { status: 404, headers: plain });

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' };
