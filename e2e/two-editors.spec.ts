import type { Page } from '@playwright/test';
import { barriersOn } from './axe';
import { readyDraft, started } from './drafts';
import { expect, test } from './fixtures';
import { member } from './members';
import { type OwnSite, ownSite } from './own-site';
import { signIn } from './staff';
import { field, isSaved, writeText } from './writing';

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });

test.describe('two editors on one story', { tag: '@changes' }, () => {
  let pages: [Page, Page];
  let address: string;

  test.beforeEach(async ({ browser }) => {
    const [one, other] = [await member('editor'), await member('editor')];
    const item = await started('news', one, await readyDraft('news', { title: 'A story of two' }));
    address = `/admin/resources/${item.id}`;
    const opened = await Promise.all(
      [one, other].map(async (person) => {
        const page = await (await browser.newContext({ baseURL: process.env.BASE_URL ?? '' })).newPage();
        await signIn(page, person);
        await page.goto(address);
        await isSaved(page);
        return page;
      }),
    );
    pages = opened as [Page, Page];
  });

  async function collide() {
    const [first, second] = pages;
    await field(first, 'Summary').fill('What the first one wrote.');
    await expect(first.getByRole('status').filter({ hasText: 'Not saved yet' })).toBeVisible();
    await isSaved(first);
    await field(second, 'Summary').fill('What the second one wrote.');
    const screen = second.getByRole('heading', { name: /saved another version while you were writing/ });
    await expect(screen).toBeVisible();
    await expect(screen).toBeFocused();
    return { first, second };
  }

  async function revisions(page: Page): Promise<string[]> {
    await page.goto(`${address}/history`);
    const links = await page.getByRole('link', { name: /^Revision \d/ }).all();
    const texts: string[] = [];
    for (const href of await Promise.all(links.map((link) => link.getAttribute('href')))) {
      await page.goto(`${href}?to=working`);
      texts.push(await page.getByRole('main').innerText());
    }
    return texts;
  }

  test('the later save is refused with both texts, and mine can stay while the other is kept', async () => {
    const { second } = await collide();
    const main = second.getByRole('main');
    await expect(main.getByText('What the first one wrote.').first()).toBeVisible();
    await expect(main.getByText('What the second one wrote.').first()).toBeVisible();
    expect(await barriersOn(second)).toEqual([]);
    await second.getByRole('button', { name: 'Keep mine' }).click();
    await expect(second.getByRole('heading', { name: /saved another version/ })).toHaveCount(0);
    await expect(field(second, 'Summary')).toHaveValue('What the second one wrote.');
    await second.reload();
    await expect(field(second, 'Summary')).toHaveValue('What the second one wrote.');
    expect((await revisions(second)).join()).toContain('first');
  });

  test('the other can stay while mine is kept', async () => {
    const { second } = await collide();
    await second.getByRole('button', { name: 'Take the other' }).click();
    await expect(second.getByRole('heading', { name: /saved another version/ })).toHaveCount(0);
    await expect(field(second, 'Summary')).toHaveValue('What the first one wrote.');
    await second.reload();
    await expect(field(second, 'Summary')).toHaveValue('What the first one wrote.');
    expect((await revisions(second)).join()).toContain('second');
  });

  test('both texts can stand one below the other', async () => {
    const [first, second] = pages;
    await writeText(first, 'Text', ' From the first.');
    await isSaved(first);
    await writeText(second, 'Text', ' From the second.');
    await expect(second.getByRole('heading', { name: /saved another version/ })).toBeVisible();
    await second.getByRole('button', { name: 'Put mine below the other' }).click();
    await expect(textOf(second)).toContainText('From the first.');
    await expect(textOf(second)).toContainText('From the second.');
    await isSaved(second);
    await second.reload();
    await expect(textOf(second)).toContainText('From the second.');
  });
});

test.describe('an app that is killed while somebody types', { tag: '@changes' }, () => {
  let site: OwnSite;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    site = await ownSite('killed-editing', { args: ['--empty'] });
  });
  test.afterAll(() => site?.stop());

  test('loses at most two seconds of text, and offers them when the page is opened again', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const link = /http\S+\/sign-in\/\S+/.exec(site.printed())?.[0] ?? '';
    await page.goto(link);
    await page.getByLabel('Your name').fill('Kim Killed');
    await page.getByLabel('Your mail address').fill('kim@example.org');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Write a story' }).click();
    await page.waitForURL(/\/admin\/resources\/\d+$/);
    const address = page.url();
    await field(page, 'Title').fill('Typed before');
    await isSaved(page);
    await textOf(page).click();
    let typed = '';
    for (let word = 0; word < 30; word += 1) {
      await page.keyboard.type(`word${word} `);
      typed += `word${word} `;
      await page.waitForTimeout(100);
    }
    const killedAt = typed;
    await site.kill();
    await page.keyboard.type('after the kill');
    await expect(page.getByRole('status').filter({ hasText: 'the server does not answer' })).toBeVisible({
      timeout: 10_000,
    });

    // The browser goes away as well; its storage stays.
    await page.goto('about:blank');
    await site.startAgain();
    await page.goto(address);
    const onServer = await textOf(page).innerText();
    // Ten words a second: two seconds are twenty of them.
    const saved = onServer.trim().split(' ').length;
    expect(killedAt.trim().split(' ').length - saved).toBeLessThanOrEqual(20);
    await expect(page.getByText('This browser holds text that was not saved')).toBeVisible();
    await page.getByRole('button', { name: 'Look at it' }).click();
    await expect(page.getByText('after the kill').first()).toBeVisible();
    await page.getByRole('button', { name: 'Use it' }).click();
    await expect(textOf(page)).toContainText('word29 after the kill');
    await expect(textOf(page)).toContainText('word0 ');
    await isSaved(page);
    await page.reload();
    await expect(textOf(page)).toContainText('word29 after the kill');
    await expect(page.getByText('This browser holds text that was not saved')).toHaveCount(0);
  });
});
