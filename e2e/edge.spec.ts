import { base, expect, test } from './fixtures';
import { raw } from './raw';

const host = base.host;
const own = `Host: ${host}\r\n`;
const get = (target: string, headers = '') =>
  `GET ${target} HTTP/1.1\r\n${own}${headers}Connection: close\r\n\r\n`;
const post = (target: string, headers: string, body = '') =>
  `POST ${target} HTTP/1.1\r\n${own}Origin: ${base.origin}\r\n${headers}Connection: close\r\n\r\n${body}`;
const form = 'Content-Type: application/x-www-form-urlencoded\r\n';

/** What is sent, and the statuses of all answers to it; none where the connection ends without a word. */
const requests: [name: string, bytes: string, statuses: number[]][] = [
  // Methods
  ['GET of a page', get('/news'), [200]],
  ['HEAD of a page', get('/news').replace('GET', 'HEAD'), [200]],
  ['POST to a page', post('/news', 'Content-Length: 0\r\n'), [405]],
  ['PUT', get('/news').replace('GET', 'PUT'), [405]],
  ['DELETE', get('/news').replace('GET', 'DELETE'), [405]],
  ['PATCH', get('/news').replace('GET', 'PATCH'), [405]],
  ['OPTIONS', get('/news').replace('GET', 'OPTIONS'), [405]],
  ['OPTIONS of everything', get('*').replace('GET', 'OPTIONS'), [400]],
  ['TRACE', get('/news').replace('GET', 'TRACE'), [405]],
  ['a method of WebDAV', get('/news').replace('GET', 'PROPFIND'), [405]],
  ['a method that nobody knows', get('/news').replace('GET', 'FETCHALL'), [400]],
  ['a method in small letters', get('/news').replace('GET', 'get'), [400]],
  ['CONNECT', `CONNECT elsewhere.example:443 HTTP/1.1\r\n${own}\r\n`, []],
  ['DELETE to what belongs to staff', get('/admin').replace('GET', 'DELETE'), [405]],
  // Hosts
  ['no host', 'GET /news HTTP/1.1\r\nConnection: close\r\n\r\n', [400]],
  ['two hosts', get('/news', 'Host: elsewhere.example\r\n'), [400]],
  ['the same host twice', get('/news', own), [400]],
  ['a host of somebody else', get('/news').replace(host, 'elsewhere.example'), [421]],
  ['a host with another port', get('/news').replace(host, 'localhost:1'), [421]],
  ['an empty host', get('/news').replace(`Host: ${host}`, 'Host:'), [421]],
  ['a host in capitals', get('/news').replace(host, host.toUpperCase()), [200]],
  ['this machine by its number', get('/news').replace(host, `127.0.0.1:${base.port}`), [200]],
  ['the health, asked by any name', get('/health/live').replace(host, '10.0.0.7:3000'), [200]],
  ['an absolute target of ours', get(`http://${host}/news`), [200]],
  ['an absolute target of somebody else', get('http://elsewhere.example/news'), [421]],
  ['HTTP/1.0 without a host', 'GET /news HTTP/1.0\r\n\r\n', [200]],
  // Addresses
  ['a dot segment', get('/../etc/passwd'), [400]],
  ['an encoded dot segment', get('/%2e%2e/etc/passwd'), [400]],
  ['an encoded slash', get('/news%2Fa-story'), [400]],
  ['a backslash', get('/news\\a-story'), [400]],
  ['two slashes', get('//news'), [400]],
  ['a zero byte', get('/news%00'), [400]],
  ['half an encoding', get('/news%'), [400]],
  ['bytes that are no UTF-8', get('/news%ff'), [400]],
  ['an encoded line end', get('/news%0d%0aSet-Cookie:%20a=b'), [400]],
  ['a fragment', get('/news#top'), [400]],
  ['2,049 characters', get(`/${'a'.repeat(2048)}`), [414]],
  ['a query of 3,000 characters', get(`/news?${'a'.repeat(3000)}`), [414]],
  ['an address with a space', get('/news a-story'), [400]],
  // Smuggling shapes
  [
    'a length and chunks',
    post('/sign-in/link', `${form}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`, '0\r\n\r\n'),
    [400],
  ],
  [
    'two lengths',
    post('/sign-in/link', `${form}Content-Length: 5\r\nContent-Length: 6\r\n`, 'mail=a'),
    [400],
  ],
  ['a length that is no number', post('/sign-in/link', `${form}Content-Length: 5x\r\n`, 'mail='), [400]],
  ['a negative length', post('/sign-in/link', `${form}Content-Length: -1\r\n`), [400]],
  ['a length with a sign', post('/sign-in/link', `${form}Content-Length: +5\r\n`, 'mail='), [400]],
  [
    'an encoding that nobody knows',
    post('/sign-in/link', `${form}Transfer-Encoding: xchunked\r\n`, 'mail='),
    [400],
  ],
  [
    'chunked, and then another',
    post('/sign-in/link', `${form}Transfer-Encoding: chunked, gzip\r\n`, '0\r\n\r\n'),
    [400],
  ],
  [
    'a chunk whose size is no number',
    post('/sign-in/link', `${form}Transfer-Encoding: chunked\r\n`, 'zz\r\nmail=\r\n0\r\n\r\n'),
    [400],
  ],
  ['a space before a colon', get('/news', 'X-Header : a\r\n'), [400]],
  ['a header on two lines', get('/news', 'X-Header: a\r\n b\r\n'), [400]],
  ['a line end without its return', `GET /news HTTP/1.1\n${own}\n`, [400]],
  ['a return inside a header', get('/news', 'X-Header: a\rb\r\n'), [400]],
  ['a zero byte in a header', get('/news', 'X-Header: a\0b\r\n'), [400]],
  ['a header without a name', get('/news', ': a\r\n'), [400]],
  ['HTTP/2 in clear', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['HTTP/3.7', get('/news').replace('HTTP/1.1', 'HTTP/3.7'), [400]],
  ['TLS where none is', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
  [
    'a page, and what hides behind its length',
    `GET /news HTTP/1.1\r\n${own}Content-Length: 4\r\n\r\nabcdGET /nothing HTTP/1.1\r\n${own}Connection: close\r\n\r\n`,
    [200, 404],
  ],
  ['two pages at once', `GET /news HTTP/1.1\r\n${own}\r\n${get('/webinars')}`, [200, 200]],
  // Sizes
  ['headers of 20,000 bytes', get('/news', `X-Header: ${'a'.repeat(20_000)}\r\n`), [431]],
  ['a cookie of 15,000 bytes', get('/news', `Cookie: a=${'b'.repeat(15_000)}\r\n`), [200]],
  ['a form of 2 MB', post('/sign-in/link', `${form}Content-Length: 2000000\r\n`), [413]],
  [
    'a form of chunks without an end',
    post(
      '/sign-in/link',
      `${form}Transfer-Encoding: chunked\r\n`,
      `${'10000\r\n'.concat('a'.repeat(65_536), '\r\n').repeat(20)}`,
    ),
    [413],
  ],
  // What would mix caches
  ['RSC headers', get('/news', 'RSC: 1\r\nNext-Router-Prefetch: 1\r\n'), [200]],
  ['an RSC parameter', get('/news?_rsc=abc'), [200]],
  [
    'another address in headers',
    get('/news', 'X-Matched-Path: /privacy\r\nX-Invoke-Path: /privacy\r\n'),
    [200],
  ],
  ['an action on a public page', post('/news', 'Next-Action: 00\r\nContent-Length: 0\r\n'), [405]],
  ['a subrequest of the framework’s', get('/admin', 'X-Middleware-Subrequest: middleware\r\n'), [307]],
  ['data of the framework’s', get('/_next/data/x/news.json'), [404]],
  ['a picture by the framework’s', get('/_next/image?url=%2Ficon.svg&w=64&q=75'), [404]],
  ['an encoding of none', get('/news', 'Accept-Encoding: identity;q=0\r\n'), [200]],
  ['an upgrade', get('/news', 'Upgrade: websocket\r\n'), [200]],
  ['an expectation', get('/news', 'Expect: the-unexpected\r\n'), [417]],
];

test.describe('what is sent to the site as bytes', () => {
  for (const [name, bytes, statuses] of requests)
    test(`${name}: ${statuses.join(', ') || 'no answer'}`, async () => {
      const answers = await raw(bytes);
      expect(answers.map(({ status }) => status)).toEqual(statuses);
      for (const { headers, body } of answers) {
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['content-security-policy']).toBeTruthy();
        expect(JSON.stringify(headers) + body).not.toContain('elsewhere.example');
        expect(headers['set-cookie']).toBeUndefined();
      }
    });

  test('are at least sixty shapes', () => {
    expect(requests.length).toBeGreaterThanOrEqual(60);
  });

  test('whatever comes in headers and parameters of the framework’s, the page is the same bytes', async () => {
    const [plain] = await raw(get('/news'));
    for (const bytes of [
      get('/news', 'RSC: 1\r\nNext-Router-State-Tree: %5B%5D\r\nNext-Url: /privacy\r\n'),
      get('/news?_rsc=abc'),
      get('/news', 'X-Matched-Path: /privacy\r\n'),
      get(
        '/news',
        'X-Forwarded-Host: elsewhere.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=elsewhere.example\r\n',
      ),
      get('/news', 'Accept: text/x-component\r\n'),
    ]) {
      const [answer] = await raw(bytes);
      expect(answer?.body).toBe(plain?.body);
      expect(answer?.headers.etag).toBe(plain?.headers.etag);
      expect(answer?.headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });

  test('GET and HEAD say the same, for every kind of answer', async () => {
    for (const target of [
      '/',
      '/news',
      '/nothing-here',
      '/sitemap.xml',
      '/credits.csv',
      '/icon.svg',
      '/health/live',
      '/news/',
    ]) {
      const [got] = await raw(get(target));
      const [head] = await raw(get(target).replace('GET', 'HEAD'));
      const comparable = ({ 'x-request-id': _, date: __, ...headers }: Record<string, string> = {}) =>
        headers;
      expect(comparable(head?.headers), target).toEqual(comparable(got?.headers));
      expect(head?.body, target).toBe('');
    }
  });

  test('somebody who is signed in, or seems to be, gets no page that others may keep', async () => {
    for (const cookie of ['session=abc', 'a=b; __Host-session=abc', '__prerender_bypass=1']) {
      const [answer] = await raw(get('/news', `Cookie: ${cookie}\r\n`));
      expect(answer?.headers['cache-control'], cookie).toBe('private, no-store');
    }
    const [answer] = await raw(get('/news', 'Cookie: nosession=abc\r\n'));
    expect(answer?.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });

  test('a page that one has already is not sent again, by its tag or by its day', async () => {
    const [first] = await raw(get('/topics/partnerships'));
    const etag = first?.headers.etag ?? '';
    const modified = first?.headers['last-modified'] ?? '';
    const asked = async (headers: string) => (await raw(get('/topics/partnerships', headers)))[0];
    for (const headers of [
      `If-None-Match: ${etag}\r\n`,
      `If-None-Match: "x", ${etag}\r\n`,
      `If-None-Match: *\r\n`,
      `If-Modified-Since: ${modified}\r\n`,
    ]) {
      const answer = await asked(headers);
      expect(answer?.status, headers).toBe(304);
      expect(answer?.headers, headers).toMatchObject({
        etag,
        vary: 'accept-encoding',
        'last-modified': modified,
        'x-content-type-options': 'nosniff',
      });
      expect(answer?.headers['content-length'], headers).toBeUndefined();
      expect(answer?.body, headers).toBe('');
    }
    for (const headers of [
      'If-None-Match: "x"\r\n',
      `If-None-Match: "x"\r\nIf-Modified-Since: ${modified}\r\n`,
      'If-Modified-Since: Mon, 01 Jan 2001 00:00:00 GMT\r\n',
      'If-Modified-Since: yesterday\r\n',
    ])
      expect((await asked(headers))?.status, headers).toBe(200);
  });

  test('a head that comes too slowly is given up within seconds, and a form too', async () => {
    test.setTimeout(60_000);
    const began = Date.now();
    const [[head], [body]] = await Promise.all([
      raw(`GET /news HTTP/1.1\r\n${own}X-Slow: `, { patience: 40_000 }),
      raw(post('/sign-in/link', `${form}Content-Length: 100\r\n`, 'mail='), { patience: 45_000 }),
    ]);
    expect(head?.status).toBe(408);
    expect(body?.status ?? 408).toBe(408);
    expect(Date.now() - began).toBeLessThan(40_000);
  });
});
