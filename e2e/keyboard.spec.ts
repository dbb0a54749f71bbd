import type { Page } from '@playwright/test';
import { expect, kinds, test } from './fixtures';

for (const [kind, address] of Object.entries(kinds))
  test(`a reader with a keyboard walks through ${kind} in its order, always seeing where they are`, async ({
    page,
  }) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      const stops = await markStops(page);
      expect(stops).toBeGreaterThan(5);
      for (let stop = 0; stop < stops; stop++) {
        await page.keyboard.press('Tab');
        // The controls of a player are stops of the browser's own within one of ours.
        for (let inside = 0; inside < 12 && (await whereAmI(page)).stop === stop - 1; inside++)
          await page.keyboard.press('Tab');
        const seen = { stop, ringed: true, covered: false };
        expect(await whereAmI(page), `stop ${stop} at ${width} px`).toEqual(seen);
      }
    }
  });

test('a reader with a keyboard skips to the content and goes on from there', async ({ page }) => {
  await page.goto('/topics/partnerships');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
});

/** Numbers everything that Tab should reach, as the document orders it; of radio buttons, the one that is chosen. */
function markStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const reachable =
      'a[href], button, video[controls], input:not([type=radio]), input[type=radio]:checked, [tabindex="0"]';
    const stops = [...document.querySelectorAll(reachable)];
    for (const [index, stop] of stops.entries()) stop.setAttribute('data-stop', String(index));
    return stops.length;
  });
}

/** Which stop has the focus, whether it shows, and whether something else lies over it. */
function whereAmI(page: Page) {
  return page.evaluate(() => {
    const here = document.activeElement as HTMLElement;
    const style = getComputedStyle(here);
    // A link that wraps has its first line somewhere else than the middle of its box.
    const [box] = here.getClientRects();
    const top = box && document.elementFromPoint(box.x + Math.min(box.width / 2, 40), box.y + box.height / 2);
    return {
      stop: Number(here.dataset.stop ?? -1),
      ringed: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 3,
      covered: !(top && (here.contains(top) || top.contains(here))),
    };
  });
}
