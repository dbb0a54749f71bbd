import { expect, kinds, onlyOurs, test } from './fixtures';

for (const [kind, address] of Object.entries(kinds))
  test(`a reader without scripts gets all of ${kind}, from this site alone`, async ({ page, browser }) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    const full = await page.evaluate(() => {
      // What only the reader's own browser knows.
      for (const added of document.querySelectorAll('[data-your-time]')) added.remove();
      return document.querySelector('main')?.innerText;
    });

    const plain = await browser.newContext({ javaScriptEnabled: false });
    const reader = await plain.newPage();
    const elsewhere = onlyOurs(reader);
    await reader.goto(new URL(address, page.url()).href, { waitUntil: 'networkidle' });
    expect(await reader.getByRole('main').innerText()).toBe(full);
    // Nothing that would need a script pretends to work.
    await expect(reader.getByRole('button')).toHaveCount(0);
    await expect(reader.getByRole('radio')).toHaveCount(0);
    expect(elsewhere()).toEqual([]);
    await plain.close();
  });

test('a reader without scripts goes from home to a topic to a story and back to the news', async ({
  browser,
  baseURL,
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await plain.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Partnerships & Collaboration' }).click();
  await page.getByRole('link', { name: 'Library as a Social Assistance Office' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Library as a Social Assistance Office');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'News' }).click();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('News, page 2');
  await plain.close();
});
