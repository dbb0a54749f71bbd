import type { Page } from '@playwright/test';
import { expect, kinds, test } from './fixtures';

for (const [kind, address] of Object.entries(kinds))
  test(`a visitor without a mouse reaches everything on ${kind} once, in reading order, and sees where they are`, async ({
    page,
  }) => {
    const width = kind.length % 2 ? 320 : 1280;
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible();
    const expected = await stopsOf(page);
    expect(expected.length).toBeGreaterThan(8);
    const { walked, unseen } = await walk(page, expected.length + 40);
    expect(walked).toEqual(expected);
    expect(unseen).toEqual([]);
  });

test('a hidden focus, a covered one and a wrong order would be seen', async ({ page }) => {
  await page.goto('/news');
  await page.addStyleTag({
    content: '*:focus-visible { outline: none !important; box-shadow: none !important }',
  });
  expect((await walk(page, 6)).unseen).not.toEqual([]);
  await page.goto('/news');
  await page.addStyleTag({
    content: 'body::after { content: ""; position: fixed; inset: 0; background: white; z-index: 99 }',
  });
  expect((await walk(page, 6)).unseen).not.toEqual([]);
  await page.goto('/news');
  const expected = await stopsOf(page);
  await page.evaluate(() => document.querySelector('footer a')?.setAttribute('tabindex', '1'));
  expect((await walk(page, expected.length + 40)).walked).not.toEqual(expected);
});

test('a visitor without a mouse skips to the content', async ({ page }) => {
  await page.goto('/topics/partnerships');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  const box = await skip.boundingBox();
  expect(box && box.width > 50 && box.height > 20).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true);
});

test('Escape traps nobody and takes nothing away', async ({ page }) => {
  await page.goto('/topics/partnerships');
  for (let presses = 0; presses < 6; presses++) await page.keyboard.press('Tab');
  const before = await page.evaluate(() => document.activeElement?.outerHTML);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(before);
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.outerHTML)).not.toBe(before);
});

/** What can be reached, in the order of the document; of radio buttons the chosen one stands for all. */
function stopsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'a[href], button, input, select, textarea, summary, video[controls], [tabindex="0"]';
    const found = [...document.querySelectorAll<HTMLElement>(controls)].filter((element) => {
      if (element instanceof HTMLInputElement && element.type === 'radio' && !element.checked) return false;
      return element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true });
    });
    for (const [index, element] of found.entries()) element.dataset.stop = String(index);
    return found.map(
      (element, index) => `${index} ${element.tagName} ${element.textContent?.trim().slice(0, 40)}`,
    );
  });
}

/** Tab until the page is left, or too often: what had the focus, and where it could not be seen. */
async function walk(page: Page, most: number) {
  const walked: string[] = [];
  const unseen: string[] = [];
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return undefined;
      const name = `${element.dataset.stop} ${element.tagName} ${element.textContent?.trim().slice(0, 40)}`;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      // Painted over everything, also where the pointer would pass through.
      const veil = [...document.querySelectorAll('*')].some((one) => {
        const { content, position, backgroundColor } = getComputedStyle(one, '::after');
        return content !== 'none' && position === 'fixed' && backgroundColor !== 'rgba(0, 0, 0, 0)';
      });
      const inView = [...element.getClientRects()].some((box) => {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const top = document.elementFromPoint(x, y);
        return (
          box.width > 0 &&
          (element.contains(top) || Boolean(top?.contains(element) && top.closest('a') === element))
        );
      });
      const faults = [
        ...(element.matches(':focus-visible') && (ring || boxShadow !== 'none') ? [] : ['no ring']),
        ...(inView && !veil ? [] : ['covered or out of view']),
      ];
      return { name, faults };
    });
    if (!at) break;
    // The parts of a player are stops of its own, inside one element.
    if (walked.at(-1) === at.name && at.name.includes(' VIDEO ')) continue;
    walked.push(at.name);
    if (at.faults.length > 0) unseen.push(`${at.name}: ${at.faults.join(', ')}`);
  }
  return { walked, unseen };
}
