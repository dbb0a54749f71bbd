import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js';
import { afterAll, expect, test } from 'vitest';
import { expire, noteShown, shownBy } from '@/lib/freshness.mjs';
import PageCache from './page-cache.mjs';

type Kept = { value: { html: string } } | null;
/** What of Next's cache a page comes by; the rest of its types is not ours. */
type Cache = {
  get: (key: string, context: object) => Promise<Kept>;
  set: (key: string, value: object, context: object) => Promise<void>;
  revalidateTag: (tags: string[]) => Promise<void>;
};
const caches = {
  ours: PageCache as unknown as new (options: object) => Cache,
  nexts: ((fileSystemCache as { default?: unknown }).default ?? fileSystemCache) as new (
    options: object,
  ) => Cache,
};
const folder = mkdtempSync(path.join(tmpdir(), 'page-cache-'));
let pages = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a page is kept until one of its tags changes', async () => {
  const { cache, read, store } = pageIn('ours');
  expect(await read()).toBeNull();
  await store('first');
  expect(await read()).toBe('first');
  await expire(['something:else']);
  expect(await read()).toBe('first');
  await cache.revalidateTag([tag]);
  expect(await read()).toBeNull();
  await store('second');
  expect(await read()).toBe('second');
});

test('a page that was begun before a change and ended after it is not kept', async () => {
  const { read, store } = pageIn('ours');
  expect(await read()).toBeNull(); // its making begins
  await expire([tag]);
  await sleep(5);
  await store('made of old rows');
  expect(await read()).toBeNull();
  await store('made of new rows');
  expect(await read()).toBe('made of new rows');
});

test("Next's own cache keeps it, and shows the old rows until the next change", async () => {
  const { cache, read, store } = pageIn('nexts');
  expect(await read()).toBeNull();
  await cache.revalidateTag([tag]);
  await sleep(5);
  await store('made of old rows');
  expect(await read()).toBe('made of old rows');
});

test('what two visitors asked for at once counts from the first of them', async () => {
  const { read, store } = pageIn('ours');
  await read();
  await expire([tag]);
  await read();
  await store('made of old rows, begun by the first');
  expect(await read()).toBeNull();
});

test.each([
  ['/news', '/news'],
  ['/route-cache/APP_PAGE/0487e3/$/news', '/news'],
  ['/route-cache/APP_PAGE/0487e3/$/index', '/'],
])('a page stored as %s says what %s shows, when it is stored and when it is found', async (key, path) => {
  const context = { kind: 'APP_PAGE', isFallback: false, isRoutePPREnabled: false };
  const value = (tags: string) => ({
    kind: 'APP_PAGE',
    html: '',
    rscData: Buffer.from('rsc'),
    headers: { 'x-next-cache-tags': tags },
    status: 200,
  });
  const cache = cacheOf('ours');
  await cache.set(key, value('list:a,list:b'), context);
  expect(shownBy(path)).toEqual(['list:a', 'list:b']);
  noteShown(path, []);
  await cache.get(key, context);
  expect(shownBy(path)).toEqual(['list:a', 'list:b']);
});

test('a read is kept and forgotten by the tags that it is asked with', async () => {
  const cache = cacheOf('ours');
  const key = 'a'.repeat(64);
  const context = { kind: 'FETCH', tags: [tag] };
  const value = { kind: 'FETCH', data: { headers: {}, body: '1', url: '' }, tags: [tag], revalidate: 3600 };
  expect(await cache.get(key, context)).toBeNull();
  await cache.set(key, value, { fetchCache: true, tags: [tag] });
  expect(await cache.get(key, context)).not.toBeNull();
  await expire([tag]);
  expect(await cache.get(key, context)).toBeNull();
});

const tag = 'list:test';

function cacheOf(whose: keyof typeof caches): Cache {
  return new caches[whose]({
    fs: nodeFs,
    flushToDisk: true,
    serverDistDir: folder,
    revalidatedTags: [],
    maxMemoryCacheSize: 0,
  });
}

/** A page of its own for each test, in a real folder. */
function pageIn(whose: keyof typeof caches) {
  const cache = cacheOf(whose);
  const key = `/page-${pages++}`;
  const context = { kind: 'APP_PAGE', isFallback: false, isRoutePPREnabled: false };
  return {
    cache,
    read: async () => (await cache.get(key, context))?.value.html ?? null,
    store: (html: string) =>
      cache.set(
        key,
        {
          kind: 'APP_PAGE',
          html,
          rscData: Buffer.from('rsc'),
          headers: { 'x-next-cache-tags': tag },
          status: 200,
        },
        context,
      ),
  };
}
