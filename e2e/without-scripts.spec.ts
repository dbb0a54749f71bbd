import type { Page } from '@playwright/test';
import { expect, kinds, onlyOurs, sitemap, test } from './fixtures';

test('a visitor without scripts reads every page as others do, and every link leads where it did', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const settings = { baseURL, timezoneId: 'America/New_York' };
  const [plain, scripted] = await Promise.all([
    browser.newContext({ ...settings, javaScriptEnabled: false }).then((context) => context.newPage()),
    browser.newContext(settings).then((context) => context.newPage()),
  ]);
  const elsewhere = onlyOurs(plain);
  for (const address of Object.values(kinds)) {
    await Promise.all([plain.goto(address), scripted.goto(address, { waitUntil: 'networkidle' })]);
    expect((await readingOf(plain)).text, address).toBe((await readingOf(scripted)).text);
    expect((await readingOf(plain)).links, address).toEqual((await readingOf(scripted)).links);
  }
  expect(elsewhere()).toEqual([]);
});

test('a visitor without scripts goes from the first page to a story and back to its topic', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'News' }).click();
  const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  const title = await first.innerText();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.getByRole('main').locator('a[href^="/topics/"]').first().click();
  await expect(page).toHaveURL(/\/topics\/[\w-]+$/);
  await context.close();
});

test('no link of any page leads to an address of ours that is not there', async ({ request }) => {
  test.setTimeout(120_000);
  const known = new Map<string, number>();
  for (const address of await sitemap()) {
    const text = await (await request.get(address)).text();
    for (const [, target = ''] of text.matchAll(/<(?:a|link)\s[^>]*href="(\/[^"#?]*)/g)) {
      if (!known.has(target)) known.set(target, (await request.get(target, { maxRedirects: 0 })).status());
      expect(known.get(target), `${target} on ${address}`).toBe(200);
    }
  }
  expect(known.size).toBeGreaterThan(80);
});

/** What the page says and where it leads, but for what only scripts can know: the visitor's own time. */
const readingOf = async (page: Page) => {
  const main = page.locator('main');
  const text = (await main.textContent()) ?? '';
  const yours = await main.locator('[data-your-time]').allTextContents();
  return {
    text: yours.reduce((rest, one) => rest.replace(one, ''), text).replace(/\s+/g, ''),
    links: await main.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  };
};
