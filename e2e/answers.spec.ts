import { ask, expect, test } from './fixtures';

test('the framework’s own headers change no page, whoever writes them', async () => {
  const plain = await ask('/news');
  for (const headers of [
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

test('a reader who takes the credits away gets every photo in use, in both forms', async () => {
  const json = JSON.parse((await ask('/credits.json')).text) as { credit: string; usedOn: unknown[] }[];
  const csv = (await ask('/credits.csv')).text.trim().split('\r\n');
  expect(json.length).toBeGreaterThan(14);
  expect(csv.length).toBe(json.length + 1);
  expect(json.map(({ credit }) => credit)).toContain('Photo: jenlen, CC BY-NC-ND 2.0');
  expect(csv.join('\n')).toContain('"Photo: jenlen, CC BY-NC-ND 2.0"');
  for (const { usedOn } of json) expect(usedOn.length).toBeGreaterThan(0);
});
