import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rawSql } from '@/db/client';
import { ask, expect, test } from './fixtures';

const folders = [
  '/topics',
  '/news',
  '/webinars',
  '/documents',
  '/photos',
  '/news/page',
  '/webinars/past/page',
  '/topics/partnerships/page',
  '/credits/page',
  '/media',
  '/attachments',
  '/withdrawn/news',
  '',
];
const each = 2_000;
const JOBS = 'graphile_worker._private_jobs';

test.describe('somebody who tries addresses', { tag: '@changes' }, () => {
  test('two thousand times below each route finds nothing, and leaves no file, no row and no memory behind', async () => {
    test.setTimeout(180_000);
    for (const folder of folders) await ask(`${folder}/warm-up`);
    const before = { files: filesOfSite(), rows: await rows() };
    const began = Date.now();
    expect(await tryAddresses({ from: 0, to: each })).toEqual([]);
    // The first round lets the process grow to its working size; a second one must find it so.
    const grown = memory();
    expect(await tryAddresses({ from: each, to: each * 1.5 })).toEqual([]);
    expect(Date.now() - began).toBeLessThan(150_000);
    expect(filesOfSite().filter((file) => !before.files.includes(file))).toEqual([]);
    const { [JOBS]: jobs = 0, ...after } = await rows();
    const { [JOBS]: jobsBefore = 0, ...rowsBefore } = before.rows;
    expect(after).toEqual(rowsBefore);
    // Those that the tests before this one left are done meanwhile.
    expect(jobs).toBeLessThanOrEqual(jobsBefore);
    // Each page is some 20 kB: thirteen thousand kept ones would be 260 MB, before their compressed forms.
    expect(memory() - grown).toBeLessThan(60);
  });

  test('a page that is made at its first visit does leave files, so that the count above can fail', async () => {
    const { publishStory } = await import('./acts');
    const story = await publishStory('climate');
    const before = filesOfSite();
    await expect(async () => expect((await ask(story.address)).status).toBe(200)).toPass({ timeout: 2_000 });
    await expect(async () => expect(filesOfSite().length).toBeGreaterThan(before.length)).toPass({
      timeout: 2_000,
    });
  });
});

test('somebody who writes an address wrongly is told so', async () => {
  for (const target of [
    '/%',
    '/%zz',
    '/news/%ff',
    '//elsewhere.example/',
    '/news//x',
    '/news/%2e%2e/admin',
    '/news/../admin',
    '/a%2Fb',
    '/a%5Cb',
    '/a%00b',
    '/a%0d%0aset-cookie:x',
    '/?%',
  ])
    expect((await ask(target)).status, target).toBe(400);
  expect((await ask(`/${'a'.repeat(2_100)}`)).status).toBe(414);
});

test('somebody who sends what a page does not take is told what it takes', async () => {
  for (const target of ['/', '/topics/partnerships', '/news/never-written', '/icon.svg', '/health/live'])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      const { status, headers } = await ask(target, { method });
      expect({ status, allow: headers.allow }, `${method} ${target}`).toEqual({
        status: 405,
        allow: 'GET, HEAD',
      });
    }
});

test('a page is the same whatever its visitor adds behind a question mark or in headers', async () => {
  const { text, headers } = await ask('/topics/partnerships');
  for (const [target, sent] of [
    ['/topics/partnerships?_rsc=1', {}],
    ['/topics/partnerships?slug=spaces&page=2', {}],
    ['/topics/partnerships', { rsc: '1', 'next-router-prefetch': '1' }],
    ['/topics/partnerships', { 'x-matched-path': '/news', 'x-now-route-matches': '1=x' }],
    ['/topics/partnerships', { 'x-forwarded-host': 'elsewhere.example' }],
    ['/topics/partnerships', { 'x-middleware-subrequest': 'a', 'x-http-method-override': 'DELETE' }],
  ] as const) {
    const answer = await ask(target, { headers: sent });
    expect(answer.status, target).toBe(200);
    expect(answer.headers.etag, JSON.stringify(sent)).toBe(headers.etag);
  }
  expect(text).not.toContain('elsewhere.example');
});

/** Asks for so many addresses below each folder; gives back those that were not refused as they should be. */
async function tryAddresses({ from, to }: { from: number; to: number }): Promise<string[]> {
  const wrong: string[] = [];
  for (const folder of folders) {
    const tried = Array.from(
      { length: to - from },
      (_, number) => `${folder}/${nameFor(folder, from + number)}`,
    );
    // Each answer is looked at and let go: twenty-six thousand pages at once are half a gigabyte.
    await Promise.all(
      tried.map(async (address) => {
        const { status, text } = await ask(address);
        if (status !== 404 || !text.includes('This page is not here')) wrong.push(`${status} ${address}`);
      }),
    );
  }
  return wrong;
}

/** Like what stands there: a slug, a number, a file. */
function nameFor(folder: string, number: number): string {
  if (folder.endsWith('/page') || folder === '/photos') return String(1_000 + number);
  if (folder === '/media') return `${number.toString(16).padStart(64, '0')}.webp`;
  if (folder === '/attachments') return `${100_000 + number}/file.pdf`;
  return `never-written-${number}`;
}

const filesOfSite = () =>
  readdirSync(process.env.DIST_DIR ?? '', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);

async function rows(): Promise<Record<string, number>> {
  const tables = await rawSql()<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker') order by 1`;
  const counts = tables.map(async ({ name }) => {
    const [row] = await rawSql().unsafe(`select count(*)::int as number from ${name}`);
    return [name, row?.number] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

/** Megabytes of the site's process. */
const memory = () =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', process.env.SITE_PID ?? ''], { encoding: 'utf8' })) / 1024;
