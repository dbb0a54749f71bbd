import type { Browser, Page } from '@playwright/test';
import { type Answer, ask, base, expect, kinds, sitemap, test } from './fixtures';
import { nextAlone } from './next-alone';
import { type PageParts, partsOf, withoutKnown } from './page-parts';

/** Every page as visitors get it, and the server that the front stands before. */
const answers = new Map<string, Answer>();
let next: Awaited<ReturnType<typeof nextAlone>>;
let visitors: { plain: Visitor; scripted: Visitor };

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  // First of all: the front renders anew what changed since the pages were generated, and Next alone reads that.
  await readAll();
  next = await nextAlone();
  visitors = { plain: await visitor(browser, false), scripted: await visitor(browser, true) };
});

test.afterAll(async () => {
  for (const one of Object.values(visitors ?? {})) await one.ours.context().close();
  await next?.stop();
});

test('a visitor gets of every page the words, links, pictures, forms and metadata that Next made, and no script of its', async () => {
  const seen = new Set<string>();
  for (const [address, { status, headers, text }] of answers) {
    const theirs = await nextsOwn(address);
    expect(status, address).toBe(address === unknown ? 404 : 200);
    expect(headers['content-type'], address).toBe(theirs.headers['content-type']);
    const { framework, ...parts } = partsOf(theirs.text);
    expect(framework.length, address).toBeGreaterThan(8);
    expect(partsOf(text), address).toEqual({ ...parts, framework: [] });
    for (const [name, found] of Object.entries(parts)) if (found.length > 0) seen.add(name);
  }
  expect(answers.size).toBeGreaterThan(80);
  expect([...seen].sort()).toEqual(['islands', 'links', 'metadata', 'pictures', 'text']);
});

test('a page is Next’s byte for byte where the framework’s scripts are not, and waits for none of them', async () => {
  for (const [address, { text }] of answers)
    expect(inLines(text), address).toBe(inLines(withoutKnown((await nextsOwn(address)).text)));
});

test('a file that Next makes comes as it is', async () => {
  for (const address of ['/sitemap.xml', '/robots.txt', '/credits.csv', '/credits.json']) {
    const [ours, theirs] = [await ask(address), await ask(address, { of: next.url })];
    expect(ours.body.equals(theirs.body), address).toBe(true);
    for (const name of ['content-type', 'content-disposition'])
      expect(ours.headers[name], address).toBe(theirs.headers[name]);
  }
});

test('the page to sign in is Next’s own with its scripts, each of which the front names', async () => {
  const [ours, theirs] = [await ask('/sign-in'), await ask('/sign-in', { of: next.url })];
  const { framework, ...parts } = partsOf(ours.text.replaceAll(/ nonce="[^"]+"/g, ''));
  // Which scripts Next asks for ahead depends on what it had loaded when it rendered.
  expect({ ...parts, framework: [] }).toEqual({ ...partsOf(theirs.text), framework: [] });
  expect(parts.forms.length).toBeGreaterThan(3);
  expect(framework.length).toBeGreaterThan(8);
  for (const script of partsOf(ours.text).framework) expect(script).toContain(' nonce="');
});

test('the form to sign in is the only one that visitors meet', async () => {
  // Another is to be sent here by somebody without scripts, as sign-in.spec.ts does with this one.
  for (const [address, { text }] of answers) expect(partsOf(text).forms, address).toEqual([]);
});

test('a changed word, a link left out and every other difference would be seen', () => {
  // Search engines get no data of their own from any page yet.
  const data = '<script type="application/ld+json">{"@type":"Event"}</script>';
  const pages = [...answers.values()].map(({ text }) => text.replace('</body>', `${data}$&`));
  for (const [what, part, change] of changes) {
    const page = pages.find((one) => change(one) !== one) ?? '';
    expect(partsOf(change(page))[part], what).not.toEqual(partsOf(page)[part]);
  }
});

test('a script that brings content to its place would be seen', async () => {
  const { text } = await nextsOwn('/');
  const waiting = text.replace('</body>', '<script>$RC("B:0","S:0")</script></body>');
  expect(withoutKnown(waiting)).not.toBe(answers.get('/')?.text);
});

for (const [kind, address] of Object.entries(kinds))
  test(`somebody with assistive technology meets on ${kind} what Next alone would give them, without scripts and with them`, async () => {
    const plain = await opened(visitors.plain, address);
    expect(await treeOf(plain.ours)).toBe(await treeOf(plain.theirs));

    const scripted = await opened(visitors.scripted, address);
    await takenOver(scripted.theirs);
    expect(await treeOf(scripted.ours)).toBe(await treeOf(scripted.theirs));
    // Whatever islands there are, they have come to life.
    await expect(scripted.ours.getByRole('group', { name: 'Theme' }).getByRole('radio')).toHaveCount(3);
    await expect(scripted.ours.locator(':not(:defined)')).toHaveCount(0);
  });

test('a name or a heading that assistive technology misses would be seen', async ({ page }) => {
  await page.goto('/');
  const before = await treeOf(page);
  await page
    .locator('nav')
    .first()
    .evaluate((nav) => nav.removeAttribute('aria-label'));
  const nameless = await treeOf(page);
  expect(nameless).not.toBe(before);
  await page
    .locator('h2')
    .first()
    .evaluate((heading) => heading.replaceWith(heading.textContent ?? ''));
  expect(await treeOf(page)).not.toBe(nameless);
});

/** Every page of the sitemap, one of each kind, and the further pages of lists that they lead to. */
async function readAll() {
  const addresses = new Set([...(await sitemap()), ...Object.values(kinds)]);
  // A set that grows while it is walked through is walked to its new end.
  for (const address of addresses) {
    const answer = await ask(address);
    answers.set(address, answer);
    for (const [, further = ''] of answer.text.matchAll(/href="(\/[^"#?]*\/page\/\d+)"/g))
      addresses.add(further);
  }
}

/** So that what differs is shown by itself. */
const inLines = (html: string) => html.replaceAll('<', '\n<');

const inNext = (address: string) => (address === unknown ? '/not-here' : address);

/** Next's own answer, which is the page that is there already: what it made anew could differ by that alone. */
async function nextsOwn(address: string): Promise<Answer> {
  const answer = await ask(inNext(address), { of: next.url });
  expect(answer.status, address).toBe(200);
  expect(answer.headers['x-nextjs-cache'], address).toBe('HIT');
  return answer;
}

type Visitor = { ours: Page; theirs: Page };

/** Somebody in Berlin, whose own time islands add, at the front and at Next. */
async function visitor(browser: Browser, javaScriptEnabled: boolean): Promise<Visitor> {
  const context = await browser.newContext({ javaScriptEnabled, timezoneId: 'Europe/Berlin' });
  return { ours: await context.newPage(), theirs: await context.newPage() };
}

async function opened(visitor: Visitor, address: string): Promise<Visitor> {
  await Promise.all([
    visitor.ours.goto(new URL(address, base).href),
    visitor.theirs.goto(new URL(inNext(address), next.url).href),
  ]);
  return visitor;
}

const treeOf = (page: Page) => page.locator('body').ariaSnapshot();

/** Until the framework has taken the page over; what it then says of turns from page to page is not of the page. */
async function takenOver(page: Page) {
  const announcer = page.locator('next-route-announcer');
  await announcer.waitFor({ state: 'attached' });
  await announcer.evaluate((one) => one.remove());
}

const unknown = kinds['an unknown address'];

/** What would be wrong, and the part that shows it. */
const changes: [string, keyof PageParts, (page: string) => string][] = [
  ['a changed word', 'text', (page) => page.replace('Quillback', 'Quilback')],
  [
    'a paragraph at another place',
    'text',
    (page) => page.replace(/(<p\b.*?<\/p>)(.*?)(<p\b.*?<\/p>)/s, '$3$2$1'),
  ],
  ['a link left out', 'links', (page) => page.replace(/<a href="\/topics\/[^>]+>(.*?)<\/a>/, '$1')],
  ['a link that leads elsewhere', 'links', (page) => page.replace('href="/topics/', 'href="/topic/')],
  ['another alternative text', 'pictures', (page) => page.replace(/ alt="[^"]/, '$&x')],
  ['a picture left out', 'pictures', (page) => page.replace(/<img\b[^>]*>/, '')],
  ['other sizes of a picture', 'pictures', (page) => page.replace(/ srcset="[^"]*/i, '$&x')],
  ['another title', 'metadata', (page) => page.replace('</title>', '.</title>')],
  ['a description left out', 'metadata', (page) => page.replace(/<meta name="description"[^>]*>/, '')],
  ['another canonical address', 'metadata', (page) => page.replace('rel="canonical" href="', '$&x')],
  ['a space in the data', 'data', (page) => page.replace('{"@type"', '{ "@type"')],
  ['a field', 'forms', (page) => page.replace('</main>', '<input name="q"></main>')],
  [
    'an island’s script left out',
    'islands',
    (page) => page.replace(/<script src="\/islands\/.*?<\/script>/, ''),
  ],
  ['an island left out', 'islands', (page) => page.replace(/<\/?local-time.*?>/g, '')],
  [
    'a script left in',
    'framework',
    (page) => page.replace('</body>', '<script src="/_next/a.js"></script>$&'),
  ],
];
