import type { Page } from '@playwright/test';
import { barriersOn } from './axe';
import { expect, onlyOurs, sitemap, test } from './fixtures';

const parts = 4;

for (let part = 0; part < parts; part++)
  test(`a visitor walks through every page, part ${part + 1} of ${parts}: nothing moves, fails, is asked of others or bars the way`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const all = await sitemap();
    expect(all.length).toBeGreaterThan(60);
    const elsewhere = onlyOurs(page);
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('requestfailed', (request) => {
      // What was still coming when the visitor went on was left, and did not fail.
      const why = request.failure()?.errorText;
      if (why !== 'net::ERR_ABORTED') faults.push(`${why}: ${request.url()}`);
    });
    await page.addInitScript(watchShifts);

    for (const address of all.filter((_, index) => index % parts === part))
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const response = await page.goto(address, { waitUntil: 'load' });
        expect(response?.status(), address).toBe(200);
        expect(await shiftOn(page), `${address} at ${width} px`).toBe(0);
        await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
        if (width === 1280) expect(await barriersOn(page), address).toEqual([]);
      }
    expect(elsewhere()).toEqual([]);
    expect(faults).toEqual([]);
  });

test('a page that moves under its reader would be seen', async ({ page }) => {
  await page.addInitScript(watchShifts);
  await page.goto('/news');
  await page.evaluate(() => {
    const block = Object.assign(document.createElement('div'), { style: 'height: 300px' });
    setTimeout(() => document.querySelector('main')?.prepend(block), 600);
    return new Promise((resolve) => setTimeout(resolve, 800));
  });
  expect(await shiftOn(page)).toBeGreaterThan(0);
});

function watchShifts() {
  const found = { shift: 0 };
  Object.assign(window, { found });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) found.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** How far things moved by themselves until the fonts and the scripts were there. */
async function shiftOn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frames = 0; frames < 4; frames++) await frame();
    return (window as unknown as { found: { shift: number } }).found.shift;
  });
}
