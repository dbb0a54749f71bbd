import { readFile } from 'node:fs/promises';
import { env } from '@/lib/env';
import { fileAt } from '@/lib/storage';

/** A stored rendition for one reader; what is not there is not found. */
export async function pictureResponse(file: string | undefined): Promise<Response> {
  const bytes = file && (await readFile(fileAt(env().DATA_DIR, 'media', file)).catch(() => undefined));
  if (!bytes) return new Response('This picture is not here.\n', { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, no-store' },
  });
}
