import { gunzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { changeCount, expire } from '@/lib/freshness.mjs';
import { formOf, Prepared } from './prepared';

const html = { 'content-type': 'text/html; charset=utf-8' };
let prepared: Prepared;
beforeEach(() => {
  prepared = new Prepared({ bytes: 1024 * 1024 });
});
type Kept = { path?: string; tags?: string[]; since?: number };
const keep = (text: string, { path = '/a', since = changeCount(), ...given }: Kept = {}) =>
  prepared.keep(path, {
    headers: html,
    body: Buffer.from(text),
    tags: 'tags' in given ? given.tags : ['list:a'],
    since,
  });

test('a page is fresh until something changes that it shows', async () => {
  const page = keep('one');
  expect(prepared.fresh('/a')).toBe(page);
  await expire(['list:b']);
  expect(prepared.fresh('/a')).toBe(page);
  await expire(['list:a']);
  expect(prepared.fresh('/a')).toBeUndefined();
  expect(prepared.old()).toEqual(['/a']);
});

test('a page that does not say what it shows is old after any change', async () => {
  keep('one', { tags: undefined });
  expect(prepared.fresh('/a')).toBeDefined();
  await expire(['list:b']);
  expect(prepared.fresh('/a')).toBeUndefined();
  expect(prepared.decent('/a')).toBeUndefined();
});

test('made of rows from before a change, it is old from the start', async () => {
  const since = changeCount();
  await expire(['list:a']);
  keep('one', { since });
  expect(prepared.fresh('/a')).toBeUndefined();
});

test('a page that was begun earlier does not take the place of one begun later', async () => {
  const since = changeCount();
  await expire(['list:a']);
  keep('new');
  keep('old', { since });
  expect(prepared.get('/a')?.body.toString()).toBe('new');
});

test('a change that leaves the bytes as they were leaves the prepared ones as well', async () => {
  const page = keep('one');
  const form = await formOf(page, 'gzip');
  await expire(['list:a']);
  expect(keep('one')).toBe(page);
  expect(prepared.fresh('/a')?.forms.gzip?.head).toEqual(expect.arrayContaining(form.head.slice(0, 2)));
  expect(keep('two').etag).not.toBe(page.etag);
});

test('the last good page serves after a change, and not after something on it was taken away', async () => {
  keep('one');
  await expire(['list:a']);
  expect(prepared.decent('/a')?.body.toString()).toBe('one');
  await expire(['list:a'], { removed: ['list:a'] });
  expect(prepared.decent('/a')).toBeUndefined();
});

test('the memory has a bound: what was asked for least recently goes', () => {
  prepared = new Prepared({ bytes: 20_000 });
  for (const path of ['/a', '/b', '/c']) keep('x'.repeat(5000), { path });
  expect(prepared.get('/a')).toBeUndefined();
  expect(prepared.get('/c')).toBeDefined();
  expect(prepared.bytes).toBeLessThanOrEqual(20_000);
});

test('each form says its length and encoding; whoever comes later gets it at its smallest', async () => {
  const text = `<p>${'some words of a page, '.repeat(200)}</p>`;
  const page = keep(text);
  const first = await formOf(page, 'gzip');
  expect(gunzipSync(first.body).toString()).toBe(text);
  expect(first.head.slice(-4)).toEqual([
    'content-encoding',
    'gzip',
    'content-length',
    String(first.body.length),
  ]);
  await expect.poll(() => page.forms.gzip).not.toBe(first);
  const later = await formOf(page, 'gzip');
  expect(gunzipSync(later.body).toString()).toBe(text);
  expect(later.head.slice(-1)).toEqual([String(later.body.length)]);
});
