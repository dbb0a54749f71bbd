import { withdrawResource } from '@/features/resources/mutations';
import { announceAt, publishStory } from './acts';
import { barriersOn } from './axe';
import { expect, kinds, test } from './fixtures';

const widths = [320, 1280];

for (const [kind, address] of Object.entries(kinds))
  test(`a visitor with assistive technology meets no barrier on ${kind}, light or dark, narrow or wide`, async ({
    page,
  }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of widths) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        expect(await barriersOn(page), `${colorScheme} at ${width} px`).toEqual([]);
      }
  });

test('a barrier would be seen', async ({ page }) => {
  await page.goto('/');
  await page.addStyleTag({ content: 'p { color: #aaa !important } footer a { font-size: 8px !important }' });
  await page.evaluate(() => document.querySelector('h2')?.replaceWith(document.createElement('img')));
  const found = (await barriersOn(page)).map((line) => line.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['color-contrast', 'image-alt']));
});

test.describe('pages that are there for a while only', { tag: '@changes' }, () => {
  test('a webinar under way and a withdrawn story have no barrier', async ({ page }) => {
    const webinar = await announceAt('climate', new Date(Date.now() - 5_000));
    const story = await publishStory('climate');
    await withdrawResource(story.id, 'It was a mistake.');
    for (const [address, says] of [
      [webinar.address, 'Under way now.'],
      [story.address, 'It was a mistake.'],
    ] as const)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await expect(async () => {
          await page.goto(address);
          await expect(page.getByRole('main')).toContainText(says, { timeout: 200 });
        }).toPass({ timeout: 3_000 });
        expect(await barriersOn(page), `${address} at ${width} px`).toEqual([]);
      }
  });
});
