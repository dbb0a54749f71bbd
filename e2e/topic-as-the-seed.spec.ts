import { expect, test } from './fixtures';
import { seedPage } from './seed';

const seed = seedPage();
const licence = 'https://creativecommons.org/licenses/by-nc-nd/2.0/';

test.beforeEach(({ page }) => page.goto('/topics/partnerships'));

test('a visitor finds the headline, the photo described and credited, and its licence linked', async ({
  page,
}) => {
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(seed.title);
  const figure = main.getByRole('figure').first();
  // Its file is owed: the alternative text stands in a frame of the photo's proportion.
  await expect(figure).toContainText(seed.alt);
  const caption = figure.locator('figcaption');
  await expect(caption).toHaveText(seed.credit);
  await expect(caption.getByRole('link', { name: 'CC BY-NC-ND 2.0' })).toHaveAttribute('href', licence);
});

test('a visitor reads an introduction below the headline', async ({ page }) => {
  const introduction = page.locator('main h1 ~ .lede');
  await expect(introduction).toHaveText(/\w{3,}.{200,}/);
});

test('a visitor finds the six entries, newest first, each with its line and a teaser', async ({ page }) => {
  const list = page.getByRole('region', { name: seed.heading });
  await expect(list.getByRole('heading', { level: 2 })).toHaveText(seed.heading);
  const entries = list.getByRole('listitem');
  await expect(entries).toHaveCount(seed.entries.length);
  for (const [index, { title, line }] of seed.entries.entries()) {
    const entry = entries.nth(index);
    await expect(entry.getByRole('heading', { level: 3 })).toHaveText(title);
    await expect(entry.getByRole('link')).toHaveText(title);
    await expect(entry.getByText(/^Publish Date:/)).toHaveText(line);
    await expect(entry.locator('p').last()).toHaveText(/.{60,}/);
  }
});

test('each entry leads to its own page', async ({ page }) => {
  for (const { title } of seed.entries) {
    await page.goto('/topics/partnerships');
    await page.getByRole('main').getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
});
