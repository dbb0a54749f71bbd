import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import sirv from 'sirv';
import type { KnownFile } from '@/features/addresses/queries';
import { env } from '@/lib/env';
import { fileAt } from '@/lib/storage';
import { setSecurityHeaders } from './headers';

const YEAR = 31_536_000;
/** Which links browsers may fetch before they are followed (https://html.spec.whatwg.org/multipage/speculative-loading.html). */
export const RULES = '/speculation-rules.json';

/** The site's own styles, scripts, fonts and islands: compressed once when they were built, and never changing. */
export function assetHandler(distDir: string) {
  const never = { maxAge: YEAR, immutable: true, brotli: true, gzip: true, etag: true, dotfiles: true };
  const built = sirv(path.join(distDir, 'static'), never);
  const ours = sirv('public', {
    ...never,
    // Those whose names do not say what is in them.
    setHeaders: (response, path) => {
      if (path === '/icon.svg' || path === RULES) response.setHeader('cache-control', 'public, max-age=3600');
      if (path === RULES) response.setHeader('content-type', 'application/speculationrules+json');
    },
  });

  return async (request: IncomingMessage, response: ServerResponse): Promise<'sent' | undefined> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const url = request.url ?? '';
    const from = url.startsWith('/_next/static/')
      ? built
      : /^\/(fonts\/|islands\/|icon\.svg$|speculation-rules\.json$)/.test(url)
        ? ours
        : undefined;
    if (!from) return undefined;
    // They load nothing, and a page's policy would be longer than some of them.
    response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    request.url = url.replace(/^\/_next\/static/, '');
    return new Promise((resolve) => {
      response.once('close', () => resolve('sent'));
      from(request, response, () => {
        request.url = url;
        setSecurityHeaders(response);
        resolve(undefined);
      });
    });
  };
}

/** A resized photo, named by its content. */
export const sendRendition = (request: IncomingMessage, response: ServerResponse, key: string) =>
  sendFile(request, response, {
    file: fileAt(env().DATA_DIR, 'media', key),
    headers: {
      'content-type': key.endsWith('.avif') ? 'image/avif' : 'image/webp',
      'cache-control': `public, max-age=${YEAR}, immutable`,
    },
  });

/** A file of a webinar or document: saved, or played where it can be, and never run. */
export function sendAttachment(request: IncomingMessage, response: ServerResponse, known: KnownFile) {
  const plays = /^(audio|video)\/|^text\/vtt/.test(known.mediaType);
  const name = encodeURIComponent(known.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return sendFile(request, response, {
    file: fileAt(env().DATA_DIR, 'attachments', known.key),
    headers: {
      'content-type': known.mediaType,
      'content-disposition': `${plays ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'content-security-policy': 'sandbox',
      'cache-control': 'public, max-age=0, must-revalidate',
    },
  });
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, headers }: { file: string; headers: Record<string, string> },
) {
  const { size } = await stat(file);
  const etag = `"${path.basename(file).slice(0, 24)}"`;
  for (const [name, value] of Object.entries({ ...headers, etag, 'accept-ranges': 'bytes' }))
    response.setHeader(name, value);
  if (request.headers['if-none-match']?.includes(etag)) return void response.writeHead(304).end();
  const range = rangeOf(request.headers.range, size);
  if (range === 'impossible')
    return void response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) response.setHeader('content-range', `bytes ${start}-${end}/${size}`);
  response.setHeader('content-length', end - start + 1);
  response.writeHead(range ? 206 : 200);
  if (request.method === 'HEAD') return void response.end();
  // Whoever reads may leave at any time.
  await pipeline(createReadStream(file, { start, end }), response).catch(() => {});
}

/** One range of bytes, as players ask for; anything else is answered whole (RFC 9110, 14.2). */
export function rangeOf(header: string | undefined, size: number) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? ('impossible' as const) : { start, end };
}
