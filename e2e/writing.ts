import { expect, type Page } from '@playwright/test';

/** What a librarian does on the page on which one writes. */
export async function begin(page: Page, button: string) {
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(/\/admin\/(resources|topics)\/\d+$/);
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
}

export const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

export async function writeText(page: Page, label: string, text: string) {
  await page.getByRole('textbox', { name: label, exact: true }).click();
  for (const [index, paragraph] of text.split('\n\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(paragraph);
  }
}

/** Nothing is on its way any more. */
export const isSaved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^Saved at/ })).toBeVisible({ timeout: 10_000 });

/** From the page on which one writes to the public page. */
export async function publish(page: Page) {
  await page.getByRole('button', { name: 'Check and publish' }).click();
  await page.waitForURL(/\/publish$/);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/admin'));
}
