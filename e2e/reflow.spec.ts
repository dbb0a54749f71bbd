import { chromium, type Page } from '@playwright/test';
import { expect, kinds, test } from './fixtures';

/** WCAG 2.2, 1.4.12. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

for (const [kind, address] of Object.entries(kinds))
  test(`a visitor on a small screen or with wide spacing loses nothing of ${kind}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(address);
    expect(await lossesOn(page), 'at 320 px').toEqual([]);
    await page.addStyleTag({ content: spacing });
    expect(await lossesOn(page), 'at 320 px, spaced').toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await lossesOn(page), 'at 1280 px, spaced').toEqual([]);
  });

test('a visitor who has set the browser to text of twice the size loses nothing of any page', async ({
  launchOptions,
  baseURL,
}) => {
  test.setTimeout(120_000);
  // The browser's own setting, so that media queries in rem follow it, as they do for such a visitor.
  const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32'];
  const browser = await chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage({ baseURL });
  for (const [kind, address] of Object.entries(kinds))
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      if (kind === 'home')
        expect(
          await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)),
        ).toBeGreaterThanOrEqual(32);
      expect.soft(await lossesOn(page), `${kind} at ${width} px`).toEqual([]);
    }
  await browser.close();
});

test('a loss would be seen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const content of ['main h1 { width: 400px }', 'main p { height: 1em; overflow: hidden }']) {
    await page.goto('/topics/partnerships');
    await page.addStyleTag({ content });
    expect(await lossesOn(page), content).not.toEqual([]);
  }
});

/** What needs sideways scrolling, sticks out, is cut off or lies over other text, in words. */
function lossesOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) found.push(`the page is ${wide} px wide`);
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.slice(0, 30)}”`;
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility() || element.closest('.sr-only, svg, video, theme-switch:empty')) continue;
      // A wide table scrolls in a region of its own.
      const region = element.closest('.table-region');
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut off: ${name(element)}`);
      if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`cut off below: ${name(element)}`);
      const { left, right, width } = element.getBoundingClientRect();
      if (!region && width > 0 && (right > innerWidth + 1 || left < -1))
        found.push(`sticks out: ${name(element)}`);
    }
    return found;
  });
}
