import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { withoutFramework } from './unscripted';

export type Encoding = 'br' | 'gzip' | 'identity';
export type Page = {
  headers: Record<string, string | string[]>;
  /** Of the answer it was made from. */
  source: string;
  etag: string;
  body: Buffer;
  encoded: Partial<Record<Encoding, Promise<Buffer>>>;
};

const MEMORY_BYTES = 64 * 1024 * 1024;

/** The last good answer of each page, for when there is no better, and its compressed forms, made once. */
export class LastGood {
  #pages = new LRUCache<string, Page>({
    maxSize: MEMORY_BYTES,
    // Its compressed forms take about half as much again.
    sizeCalculation: (page) => Math.ceil(page.body.length * 1.5) + 1,
  });

  get(path: string): Page | undefined {
    return this.#pages.get(path);
  }

  forget(path: string) {
    this.#pages.delete(path);
  }

  /** Keeps an answer of Next's, without what of it the public does not need; while it is the same, what is there stays. */
  keep(path: string, headers: Page['headers'], answer: Buffer): Page {
    const source = digest(answer);
    const before = this.#pages.get(path);
    if (before?.source === source) return before;
    const isHtml = String(headers['content-type']).startsWith('text/html');
    const body = isHtml ? Buffer.from(withoutFramework(answer.toString())) : answer;
    const page: Page = { headers, source, etag: `"${digest(body)}"`, body, encoded: {} };
    this.#pages.set(path, page);
    return page;
  }
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url').slice(0, 22);

/** A page's bytes in an encoding, compressed at the first request that asks for it. */
export function encodedBody(page: Page, encoding: Encoding): Promise<Buffer> {
  page.encoded[encoding] ??= encoders[encoding](page.body);
  return page.encoded[encoding];
}

const encoders: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  identity: async (body) => body,
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
};

/** The best encoding that a request accepts (RFC 9110, 12.5.3). */
export function acceptedEncoding(header: string | undefined): Encoding {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name, weight === undefined ? 1 : Number(weight));
  }
  const takes = (name: Encoding) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}
