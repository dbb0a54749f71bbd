import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const recorded = '/webinars/hotspots-without-headaches';
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const light = 'rgb(251, 250, 247)';
const dark = 'rgb(23, 22, 20)';

test('a reader who chooses dark finds every page dark from its first paint on, until they choose again', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  expect(await paper(page)).toBe(light);
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await paper(page)).toBe(dark);

  // Before the document has been read, let alone painted, the choice holds.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      Object.assign(window, { themeAtBody: document.documentElement.dataset.theme });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('/news');
  expect(await page.evaluate(() => (window as unknown as { themeAtBody: string }).themeAtBody)).toBe('dark');
  expect(await paper(page)).toBe(dark);
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();

  await page.getByRole('radio', { name: 'System' }).check();
  expect(await paper(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper(page)).toBe(dark);
});

test.describe('a visitor in Kyiv', () => {
  test.use({ timezoneId: 'Europe/Kyiv' });
  test('reads when a webinar is on their own clock', async ({ page }) => {
    await page.goto(recorded);
    await expect(page.getByText('Your time:')).toHaveText(
      /^Your time: \d{1,2}:\d\d\s[AP]M, \w+ \d+ \w+ \(Europe\/Kyiv time\)$/,
    );
  });
});

test.describe('a visitor in the webinar’s own zone', () => {
  test.use({ timezoneId: 'America/Chicago' });
  test('is not told the same time twice', async ({ page }) => {
    await page.goto(recorded);
    await expect(page.locator('local-time')).toBeVisible();
    await expect(page.getByText('Your time:')).toHaveCount(0);
  });
});

test('a viewer starts the recording in the page, with captions', async ({ page }) => {
  await page.goto(recorded);
  const video = page.locator('video');
  await expect(video).toHaveJSProperty('readyState', 0);
  await video.evaluate((player: HTMLVideoElement) => {
    player.muted = true;
    return player.play();
  });
  await expect
    .poll(() => video.evaluate((player: HTMLVideoElement) => player.currentTime))
    .toBeGreaterThan(0);
  const cues = await video.evaluate(async (player: HTMLVideoElement) => {
    const [track] = player.textTracks;
    if (!track) return 0;
    track.mode = 'showing';
    await new Promise((resolve) => setTimeout(resolve, 500));
    return track.cues?.length ?? 0;
  });
  expect(cues).toBeGreaterThan(20);
});
