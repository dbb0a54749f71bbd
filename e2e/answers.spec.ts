import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ask, expect, kinds, sitemap, test } from './fixtures';

const pages = [...Object.values(kinds), '/credits.csv', '/credits.json', '/sitemap.xml', '/robots.txt'];

for (const address of pages)
  test(`a browser gets ${address} in the encoding it reads, once while it is the same, and its head alone`, async () => {
    const plain = await ask(address);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(Number(plain.headers['content-length'])).toBe(plain.body.length);
    expect(plain.headers.vary).toBe('accept-encoding');

    const brotli = await ask(address, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    const gzip = await ask(address, { headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);

    const head = await ask(address, { method: 'HEAD' });
    const { date: _, ...headHeaders } = head.headers;
    const { date: __, ...plainHeaders } = plain.headers;
    expect(headHeaders).toEqual(plainHeaders);
    expect(head.status).toBe(plain.status);
    expect(head.body).toHaveLength(0);

    const again = await ask(address, { headers: { 'if-none-match': String(plain.headers.etag) } });
    expect(again.status).toBe(plain.status === 200 ? 304 : plain.status);
  });

test('every kind of answer carries the headers that keep a reader safe', async () => {
  const asset = /href="(\/_next\/static[^"]+\.css)"/.exec((await ask('/')).text)?.[1] ?? '';
  const media = /srcSet="(\/media\/\S+)/.exec((await ask('/topics/local-history')).text)?.[1] ?? '';
  for (const address of [
    '/',
    '/nothing-here',
    '/%',
    '/topics/',
    asset,
    media,
    '/icon.svg',
    '/health/live',
    '/credits.csv',
  ]) {
    const { headers, status } = await ask(address);
    expect(status, address).toBeLessThan(500);
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
    expect(headers['content-security-policy'], address).toContain("script-src 'self';");
    expect(headers['x-powered-by'], address).toBeUndefined();
  }
});

test('an unknown host is never echoed, and the framework’s own headers change no page', async () => {
  const plain = await ask('/news');
  for (const headers of [
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%5D' },
    { 'next-action': 'abc' },
    { 'x-matched-path': '/privacy', 'x-middleware-rewrite': '/privacy', 'x-invoke-path': '/privacy' },
    { cookie: '__prerender_bypass=1' },
  ] as Record<string, string>[]) {
    const answer = await ask('/news', { headers });
    expect(answer.status).toBe(200);
    expect(answer.text, JSON.stringify(headers)).toBe(plain.text);
  }
  expect((await ask('/news?_rsc=abc')).text).toBe(plain.text);
});

test('what is named by its content may be kept for ever', async () => {
  const { text } = await ask('/topics/local-history');
  const named = [
    ...text.matchAll(/(?:href|src)="(\/_next\/static\/[^"]+|\/fonts\/[^"]+|\/islands\/[^"]+)"/g),
    ...text.matchAll(/(\/media\/[^\s",]+)/g),
  ].map(([, address = '']) => address);
  expect(named.length).toBeGreaterThan(8);
  for (const address of new Set(named)) {
    const { status, headers } = await ask(address);
    expect(status, address).toBe(200);
    expect(headers['cache-control'], address).toMatch(/max-age=31536000.*immutable/);
  }
});

test('every size of every photo is there, says whose it is, and not where the camera stood', async () => {
  test.setTimeout(120_000);
  const found = new Set<string>();
  for (const address of await sitemap())
    for (const [media] of (await ask(address)).text.matchAll(/\/media\/[0-9a-f]{64}\.(?:avif|webp)/g))
      found.add(media);
  expect(found.size).toBeGreaterThan(60);
  for (const media of found) {
    const { status, headers, body } = await ask(media);
    expect(status, media).toBe(200);
    expect(headers['content-type']).toBe(media.endsWith('avif') ? 'image/avif' : 'image/webp');
    const bytes = body.toString('latin1');
    expect(bytes, media).toContain('<photoshop:Credit>');
    expect(bytes, media).toContain('<dc:creator>');
    expect(bytes, media).toContain('rdf:resource="https://creativecommons.org/publicdomain/zero/1.0/"');
    expect(bytes, media).not.toMatch(/GPS|exif:/i);
  }
});

test('a librarian saves a document’s file under its name; nothing in it can run', async ({ page }) => {
  await page.goto('/documents/small-library-budget-worksheet');
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download/ }).click();
  expect((await saving).suggestedFilename()).toBe('small-library-budget-worksheet.pdf');
  const href = await page.getByRole('link', { name: /^Download/ }).getAttribute('href');
  const { headers, body } = await ask(href ?? '');
  expect(body.subarray(0, 5).toString()).toBe('%PDF-');
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment;/),
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  });
});

test('a player asks for parts of a recording and gets those', async () => {
  const { text } = await ask('/webinars/hotspots-without-headaches');
  const href = /<source src="([^"]+)"/.exec(text)?.[1] ?? '';
  const whole = await ask(href);
  expect(whole.headers['accept-ranges']).toBe('bytes');
  const part = await ask(href, { headers: { range: 'bytes=100-199' } });
  expect(part.status).toBe(206);
  expect(part.headers['content-range']).toBe(`bytes 100-199/${whole.body.length}`);
  expect(part.body.equals(whole.body.subarray(100, 200))).toBe(true);
  expect((await ask(href, { headers: { range: 'bytes=999999999-' } })).status).toBe(416);
  expect((await ask(href, { method: 'HEAD' })).headers['content-length']).toBe(String(whole.body.length));
});

test('a reader who takes the credits away gets every photo in use, in both forms', async () => {
  const json = JSON.parse((await ask('/credits.json')).text) as { credit: string; usedOn: unknown[] }[];
  const csv = (await ask('/credits.csv')).text.trim().split('\r\n');
  expect(json.length).toBeGreaterThan(14);
  expect(csv.length).toBe(json.length + 1);
  expect(json.map(({ credit }) => credit)).toContain('Photo: jenlen, CC BY-NC-ND 2.0');
  expect(csv.join('\n')).toContain('"Photo: jenlen, CC BY-NC-ND 2.0"');
  for (const { usedOn } of json) expect(usedOn.length).toBeGreaterThan(0);
});
