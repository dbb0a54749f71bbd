import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { changeCount, changedSince, removedSince } from '@/lib/freshness.mjs';
import { compressed, type Encoding, quickly } from './encodings';
import { RULES } from './files';
import { securityHeaders } from './headers';
import { withoutFramework } from './unscripted';

/** A page in one encoding, with all the headers that go before it as a list of names and values. */
export type Form = { body: Buffer; head: string[] };
/** A page as visitors get it. */
export type Page = {
  headers: Record<string, string | string[]>;
  etag: string;
  /** When these bytes came to be here (RFC 9110, 8.8.2). */
  lastModified: Date;
  body: Buffer;
  forms: Partial<Record<Encoding, Form>>;
  /** The encodings in which it is, or is being, compressed at its best. */
  best?: Set<Encoding>;
  /** Of the answer it was made from. */
  source: string;
  /** What it shows; unknown where the renderer did not say. */
  tags: string[] | undefined;
  /** The latest change when the making of these bytes, or the last look at whether they still hold, began. */
  since: number;
  /** The change up to which it was found to be fresh. */
  freshAt: number;
};
type Answer = { headers: Page['headers']; body: Buffer; tags: string[] | undefined; since: number };

/** Pages ready to be sent, in memory: those asked for least recently make room. */
export class Prepared {
  #pages: LRUCache<string, Page>;

  constructor({ bytes }: { bytes: number }) {
    this.#pages = new LRUCache<string, Page>({
      maxSize: bytes,
      // Its compressed forms take about half as much again.
      sizeCalculation: (page) => Math.ceil(page.body.length * 1.5) + 1000,
    });
  }

  get(path: string): Page | undefined {
    return this.#pages.get(path);
  }

  /** One that shows nothing older than the last change. */
  fresh(path: string): Page | undefined {
    const page = this.#pages.get(path);
    return page && isFresh(page) ? page : undefined;
  }

  /** One that is good enough while there is no better: nothing on it was taken from the public since. */
  decent(path: string): Page | undefined {
    const page = this.#pages.get(path);
    return page?.tags && !removedSince(page.tags, page.since) ? page : undefined;
  }

  forget(path: string) {
    this.#pages.delete(path);
  }

  /** Those that a change made old, the ones asked for most recently first. */
  old(): string[] {
    return [...this.#pages.entries()].filter(([, page]) => !isFresh(page)).map(([path]) => path);
  }

  get bytes(): number {
    return this.#pages.calculatedSize;
  }

  get size(): number {
    return this.#pages.size;
  }

  /** Prepares an answer of Next's, without what of it the public does not need; while it is the same, what is there stays. */
  keep(path: string, { headers, body: answer, tags, since }: Answer): Page {
    const source = digest(answer);
    const before = this.#pages.get(path);
    // Overtaken by one that was begun later.
    if (before && before.since > since) return before;
    if (before?.source === source) return Object.assign(before, { tags, since, freshAt: since });
    const isHtml = String(headers['content-type']).startsWith('text/html');
    const body = isHtml ? Buffer.from(withoutFramework(answer.toString())) : answer;
    const etag = `"${digest(body)}"`;
    const lastModified = before?.etag === etag ? before.lastModified : new Date();
    const page: Page = {
      headers,
      etag,
      lastModified,
      body,
      forms: before?.etag === etag ? before.forms : {},
      source,
      tags,
      since,
      freshAt: since,
    };
    this.#pages.set(path, page);
    return page;
  }
}

function isFresh(page: Page): boolean {
  const now = changeCount();
  if (page.freshAt === now) return true;
  if (!page.tags || changedSince(page.tags, page.since)) return false;
  page.freshAt = now;
  return true;
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url').slice(0, 22);

/**
 * The page in an encoding. Whoever asks first gets it compressed quickly; at its best it is compressed once, for all who
 * come later.
 */
export async function formOf(page: Page, encoding: Encoding): Promise<Form> {
  const ready = page.forms[encoding];
  if (ready) return ready;
  if (encoding === 'identity') {
    page.forms.identity = { body: page.body, head: headOf(page, encoding, page.body) };
    return page.forms.identity;
  }
  const store = (body: Buffer) => {
    page.forms[encoding] = { body, head: headOf(page, encoding, body) };
    return page.forms[encoding];
  };
  const quick = await quickly(encoding, page.body);
  const stored = page.forms[encoding] ?? store(quick);
  page.best ??= new Set();
  if (!page.best.has(encoding)) {
    page.best.add(encoding);
    void compressed(encoding, page.body).then(store);
  }
  return stored;
}

function headOf(page: Page, encoding: Encoding, body: Buffer): string[] {
  const isHtml = String(page.headers['content-type']).startsWith('text/html');
  const content = Object.entries(page.headers).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => [name, one]),
  );
  return [
    ...content,
    ...commonHead(page),
    ...(isHtml ? ['speculation-rules', `"${RULES}"`] : []),
    ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
    'content-length',
    String(body.length),
  ];
}

/** What protects its reader, and what a client keeps to ask again with; the ETag is weak, since one page goes out in several encodings (RFC 9110, 8.8.1). */
export const commonHead = ({ etag, lastModified }: Page): string[] => [
  ...securityHeaders(),
  'vary',
  'accept-encoding',
  'etag',
  `W/${etag}`,
  'last-modified',
  lastModified.toUTCString(),
  'cache-control',
  'public, max-age=0, must-revalidate',
];
