import { createServer, get as httpGet, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expire, noteShown } from '@/lib/freshness.mjs';
import { Pages } from './pages';

type Answer = { status: number; headers: IncomingMessage['headers']; text: string };

let pages: Pages;
let server: Server;
/** What the renderer makes of each page, how often it was asked, and what it does instead. */
let texts: Record<string, string>;
let rendered: string[];
let fault: Error | undefined;
let pause: Promise<unknown>;

beforeEach(async () => {
  texts = { '/trouble': '<h1>Trouble 00000000</h1>', '/not-here': '<h1>Not here</h1>' };
  rendered = [];
  fault = undefined;
  pause = Promise.resolve();
  pages = new Pages(async (request, response) => {
    const path = request.url ?? '';
    rendered.push(path);
    await pause;
    if (fault) throw fault;
    const text = texts[path];
    if (text !== undefined) noteShown(path, [`tag:${path}`, 'tag:all']);
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(text);
  });
  await pages.warm();
  rendered = [];
  server = createServer((request, response) => {
    const isPrivate = request.headers.cookie !== undefined;
    if (!isPrivate && pages.sendReady(request, response)) return;
    void pages.send(request, response, { path: request.url ?? '', status: 200, isPrivate });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  pages.stop();
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    httpGet({ host: '127.0.0.1', port, path, headers }, async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    }).on('error', reject);
  });

test('a page is rendered for the first visitor, and for nobody after', async () => {
  texts['/a'] = 'one';
  for (let visit = 0; visit < 5; visit++) expect((await ask('/a')).text).toBe('one');
  expect(rendered).toEqual(['/a']);
});

test('a hundred visitors at once wait for one rendering', async () => {
  texts['/a'] = 'one';
  let go = () => {};
  pause = new Promise<void>((resolve) => {
    go = resolve;
  });
  const visits = Promise.all(Array.from({ length: 100 }, () => ask('/a')));
  await sleep(100);
  go();
  expect(new Set((await visits).map(({ text }) => text))).toEqual(new Set(['one']));
  expect(rendered).toEqual(['/a']);
});

test('who comes after a change waits for a rendering that was begun after it', async () => {
  texts['/a'] = 'old';
  let go = () => {};
  pause = new Promise<void>((resolve) => {
    go = resolve;
  });
  const before = ask('/a');
  await expect.poll(() => rendered).toEqual(['/a']);
  await expire(['tag:/a']);
  texts['/a'] = 'new';
  const after = ask('/a');
  go();
  expect((await after).text).toBe('new');
  await before;
  expect((await ask('/a')).text).toBe('new');
});

test('a change of other pages leaves a page alone; one of its own is shown to the very next visitor', async () => {
  texts['/a'] = 'one';
  const first = await ask('/a');
  await expire(['tag:/b']);
  await ask('/a');
  expect(rendered).toEqual(['/a']);
  texts['/a'] = 'two';
  await expire(['tag:/a']);
  const second = await ask('/a');
  expect(second.text).toBe('two');
  expect(second.headers.etag).not.toBe(first.headers.etag);
});

test('a change that alters nothing of a page leaves its tag and its day', async () => {
  texts['/a'] = 'one';
  const { headers } = await ask('/a');
  await expire(['tag:/a']);
  expect((await ask('/a')).headers).toMatchObject({
    etag: headers.etag,
    'last-modified': headers['last-modified'],
  });
  expect((await ask('/a', { 'if-none-match': String(headers.etag) })).status).toBe(304);
});

test('what a change made old is ready again before anybody asks', async () => {
  texts['/a'] = 'one';
  await ask('/a');
  texts['/a'] = 'two';
  await expire(['tag:/a']);
  await expect.poll(() => rendered).toEqual(['/a', '/a']);
  await expect.poll(async () => (await ask('/a')).text).toBe('two');
  expect(rendered).toEqual(['/a', '/a']);
});

test('with the renderer failing, the last good page goes out and says so; one that was never made is trouble', async () => {
  texts['/a'] = 'one';
  await ask('/a');
  fault = new Error('a query failed');
  await expire(['tag:/a']);
  const stale = await ask('/a');
  expect([stale.status, stale.text, stale.headers['x-page']]).toEqual([200, 'one', 'stale']);
  const trouble = await ask('/b');
  expect([trouble.status, trouble.headers['retry-after'], trouble.headers['cache-control']]).toEqual([
    503,
    '30',
    'no-store',
  ]);
  expect(trouble.text).toContain('Trouble');
  fault = undefined;
  texts['/a'] = 'two';
  expect((await ask('/a')).text).toBe('two');
});

test('not even then does a page go out that shows what was taken away since', async () => {
  for (const path of ['/a', '/b']) texts[path] = 'one';
  await ask('/a');
  await ask('/b');
  fault = new Error('a query failed');
  await expire(['tag:/a', 'tag:/b'], { removed: ['tag:/a'] });
  expect((await ask('/a')).status).toBe(503);
  expect((await ask('/b')).status).toBe(200);
  fault = undefined;
  expect((await ask('/a')).status).toBe(200);
});

test('a page that has vanished is not here, and a later one at its address is', async () => {
  texts['/a'] = 'one';
  await ask('/a');
  delete texts['/a'];
  await expire(['tag:/a'], { removed: ['tag:/a'] });
  const gone = await ask('/a');
  expect([gone.status, gone.text]).toEqual([404, '<h1>Not here</h1>']);
  texts['/a'] = 'two';
  await expire(['tag:/a']);
  expect((await ask('/a')).text).toBe('two');
});

test('somebody who is signed in gets a page made for them, which nobody may keep', async () => {
  texts['/a'] = 'one';
  await ask('/a');
  const own = await ask('/a', { cookie: 'session=a' });
  expect([own.text, own.headers['cache-control']]).toEqual(['one', 'private, no-store']);
  expect(rendered).toEqual(['/a', '/a']);
});
