import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { type Answer, ask, expect, kinds, sitemap, test } from './fixtures';

const lists = ['/credits.csv', '/credits.json', '/sitemap.xml', '/robots.txt'];

test('a browser that has a page is told so, on every page, and gets no body', async () => {
  for (const address of [...(await sitemap()), ...lists]) {
    const whole = await ask(address);
    const { etag = '' } = whole.headers;
    expect(whole.status, address).toBe(200);
    expect(etag, address).toMatch(/^W\/"[\w-]{22}"$/);
    for (const has of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const again = await ask(address, { headers: { 'if-none-match': has } });
      expect({ status: again.status, bytes: again.body.length, etag: again.headers.etag }, address).toEqual({
        status: 304,
        bytes: 0,
        etag,
      });
    }
    expect((await ask(address, { headers: { 'if-none-match': 'W/"other"' } })).status, address).toBe(200);
  }
});

test('HEAD says what GET would send, on every page', async () => {
  const others = [kinds['an unknown address'], '/topics/', '/%', await attachment(), await rendition()];
  for (const address of [...(await sitemap()), ...lists, '/icon.svg', ...others]) {
    const [got, head] = await Promise.all([ask(address), ask(address, { method: 'HEAD' })]);
    expect(head.body.length, address).toBe(0);
    expect({ status: head.status, ...steady(head) }, address).toEqual({ status: got.status, ...steady(got) });
  }
});

test('a page is the same in every encoding that a browser takes', async () => {
  for (const address of [...Object.values(kinds), ...lists]) {
    const plain = await ask(address, { headers: { 'accept-encoding': 'identity' } });
    const br = await ask(address, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    const gzip = await ask(address, { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.headers['content-encoding'], address).toBeUndefined();
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']], address).toEqual([
      'br',
      'gzip',
    ]);
    expect(brotliDecompressSync(br.body).equals(plain.body), `${address} br`).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body), `${address} gzip`).toBe(true);
    for (const { headers } of [plain, br, gzip]) expect(headers.vary, address).toMatch(/accept-encoding/i);
    for (const { headers, body } of [plain, br, gzip])
      expect(Number(headers['content-length']), address).toBe(body.length);
  }
});

test('every kind of answer carries the headers that protect its reader', async () => {
  const file = await attachment();
  const { etag = '' } = (await ask('/')).headers;
  const [, style = ''] = /href="(\/_next\/static\/[^"]+\.css)"/.exec((await ask('/')).text) ?? [];
  const asked: [status: number, target: string, options?: Parameters<typeof ask>[1]][] = [
    [200, '/'],
    [200, '/sitemap.xml'],
    [200, '/credits.csv'],
    [200, '/icon.svg'],
    [200, style],
    [404, '/_next/static/nothing-here.css'],
    [200, await rendition()],
    [200, file],
    [206, file, { headers: { range: 'bytes=0-9' } }],
    [416, file, { headers: { range: 'bytes=99999999-' } }],
    [304, '/', { headers: { 'if-none-match': etag } }],
    [308, '/topics/'],
    [404, '/news/never-written'],
    [400, '/%'],
    [414, `/${'a'.repeat(3_000)}`],
    [405, '/', { method: 'POST' }],
    [200, '/health/live'],
  ];
  for (const [status, target, options] of asked) {
    const { headers, ...answer } = await ask(target, options);
    expect(answer.status, target).toBe(status);
    expect(headers['x-content-type-options'], target).toBe('nosniff');
    expect(headers['referrer-policy'], target).toBeTruthy();
    expect(headers['permissions-policy'], target).toContain('camera=()');
    expect(headers['cross-origin-opener-policy'], target).toBe('same-origin');
    const policy = String(headers['content-security-policy']);
    if (target === file) expect(policy, target).toBe('sandbox');
    else {
      expect(policy, target).toContain("frame-ancestors 'none'");
      // Files of ours load nothing.
      const isAsset = [style, '/icon.svg'].includes(target);
      expect(policy, target).toContain(isAsset ? "default-src 'none'" : "default-src 'self'");
      if (!isAsset) expect(policy, target).toContain("object-src 'none'");
    }
    for (const telltale of ['x-powered-by', 'server', 'set-cookie'])
      expect(headers[telltale], `${telltale} of ${target}`).toBeUndefined();
  }
});

test('a reader saves files, and plays recordings from where they please; neither can run anything', async () => {
  const page = (await ask(kinds['a recorded webinar'])).text;
  const files = [
    ...new Set([...page.matchAll(/(?:href|src)="(\/attachments\/[^"]+)"/g)].map(([, at = '']) => at)),
  ];
  expect(files.some((file) => file.endsWith('.webm'))).toBe(true);
  expect(files.some((file) => file.endsWith('.pdf'))).toBe(true);
  for (const file of files) {
    const whole = await ask(file);
    expect(whole.status, file).toBe(200);
    expect(whole.headers['content-security-policy'], file).toBe('sandbox');
    const disposition = /\.(webm|mp4|mp3|vtt)$/.test(file) ? /^inline; filename/ : /^attachment; filename/;
    expect(whole.headers['content-disposition'], file).toMatch(disposition);
    expect(whole.headers['accept-ranges'], file).toBe('bytes');
  }
  const recording = files.find((file) => file.endsWith('.webm')) ?? '';
  const whole = await ask(recording);
  for (const [range, from, to] of [
    ['bytes=0-99', 0, 100],
    ['bytes=1000-', 1_000, whole.body.length],
    ['bytes=-500', whole.body.length - 500, whole.body.length],
  ] as const) {
    const part = await ask(recording, { headers: { range } });
    expect(part.status, range).toBe(206);
    expect(part.headers['content-range'], range).toBe(`bytes ${from}-${to - 1}/${whole.body.length}`);
    expect(part.body.equals(whole.body.subarray(from, to)), range).toBe(true);
  }
});

test('every picture of every page is there, says whose it is, and not where it was taken', async () => {
  test.setTimeout(120_000);
  const addresses = await pictures();
  expect(addresses.length).toBeGreaterThan(40);
  for (const address of addresses) {
    const { status, headers, body } = await ask(address);
    expect(status, address).toBe(200);
    expect(headers['content-type'], address).toBe(address.endsWith('.avif') ? 'image/avif' : 'image/webp');
    expect(headers['cache-control'], address).toContain('immutable');
    const xmp = packetIn(body);
    for (const part of [
      '<dc:creator>',
      '<dc:rights>',
      '<photoshop:Credit>',
      '<cc:license rdf:resource="https://',
    ])
      expect(xmp, address).toContain(part);
    expect(body.includes('GPSLatitude'), address).toBe(false);
    const { exif, width = 0 } = await sharp(body).metadata();
    expect(exif, address).toBeUndefined();
    expect(width, address).toBeLessThanOrEqual(1_200);
  }
});

/** What does not depend on the moment. */
function steady({ headers }: Answer) {
  const { date: _, connection: __, 'keep-alive': ___, 'transfer-encoding': ____, ...others } = headers;
  const { 'x-request-id': _____, ...rest } = others;
  return rest;
}

async function attachment(): Promise<string> {
  const [, address = ''] = /href="(\/attachments\/[^"]+)"/.exec((await ask(kinds['a document'])).text) ?? [];
  return address;
}

const rendition = async () => (await pictures(['/photos/2']))[0] ?? '';

/** Every candidate of every srcset, and every src. */
async function pictures(pages?: string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const page of pages ?? (await sitemap())) {
    const { text } = await ask(page);
    for (const [address] of text.matchAll(/\/media\/[0-9a-f]{64}\.(avif|webp)/g)) found.add(address);
  }
  return [...found];
}

/** The XMP packet among an image's bytes, wherever its format puts it. */
function packetIn(bytes: Buffer): string {
  const [begin, end] = [bytes.indexOf('<x:xmpmeta'), bytes.indexOf('</x:xmpmeta>')];
  return begin < 0 ? '' : bytes.subarray(begin, end).toString('utf8');
}
