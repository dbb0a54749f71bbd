import type { Page } from '@playwright/test';
import { write } from '@/db/write';
import { addRevision } from '@/features/revisions/mutations';
import { barriersOn } from './axe';
import { readyDraft, started } from './drafts';
import { expect, onlyOurs, test } from './fixtures';
import { type Member, member } from './members';
import { signIn } from './staff';
import { field, isSaved } from './writing';

let admin: Member;
let pages: Record<string, string>;

test.beforeAll(async () => {
  admin = await member('admin');
  const story = await started('news', admin, await readyDraft('news'));
  const webinar = await started('webinar', admin);
  const document = await started('document', admin);
  const topic = await started('topic', admin);
  const owner = { of: 'resource' as const, id: story.id };
  const content = await readyDraft('news');
  await write(({ tx }) => addRevision(tx, { owner, act: 'save', note: 'A note', content, byId: admin.id }));
  pages = {
    desk: '/admin',
    news: '/admin/news',
    'news, filtered to nothing': '/admin/news?search=nothing-is-called-so',
    topics: '/admin/topics',
    story: `/admin/resources/${story.id}`,
    webinar: `/admin/resources/${webinar.id}`,
    document: `/admin/resources/${document.id}`,
    topic: `/admin/topics/${topic.id}`,
    publish: `/admin/resources/${story.id}/publish`,
    history: `/admin/resources/${story.id}/history`,
    comparison: `/admin/resources/${story.id}/history/1`,
    preview: `/admin/resources/${story.id}/preview`,
    photos: '/admin/photos',
    'a photo': '/admin/photos/2',
    'a new photo': '/admin/photos/new',
    people: '/admin/people',
    mail: '/admin/mail',
    log: '/admin/log',
    settings: '/admin/settings',
    account: '/admin/account',
    'nothing there': '/admin/nothing/here',
  };
});

test.describe('pages of staff', { tag: '@changes' }, () => {
  for (const width of [1280, 320])
    test(`hold no barrier that axe knows, light or dark, nor scroll sideways, ${width} pixels wide`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height: 900 });
      const elsewhere = onlyOurs(page);
      await signIn(page, admin);
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      for (const [name, address] of Object.entries(pages)) {
        faults.length = 0;
        await page.goto(address);
        // Scripts have taken the page over.
        await page.waitForLoadState('networkidle');
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await barriersOn(page), `${name}, ${colorScheme}`).toEqual([]);
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, name).toBeLessThanOrEqual(0);
        if (name !== 'nothing there') expect(faults, name).toEqual([]);
      }
      expect(elsewhere()).toEqual([]);
    });

  test('weigh nothing for visitors: no script and no style of theirs is loaded on a public page', async ({
    page,
  }) => {
    const loaded: { url: string; text: string }[] = [];
    page.on('response', async (response) => {
      if (/\.(css|js)(\?|$)/.test(response.url()))
        loaded.push({ url: response.url(), text: await response.text().catch(() => '') });
    });
    for (const address of [
      '/',
      '/topics/partnerships',
      '/news/read-aloud-in-arabic-and-english',
      '/webinars',
    ]) {
      loaded.length = 0;
      await page.goto(address, { waitUntil: 'networkidle' });
      expect(loaded.filter(({ url }) => url.includes('.css')).length, address).toBe(1);
      expect(
        loaded.filter(({ url }) => url.includes('/_next/') && url.includes('.js')),
        address,
      ).toEqual([]);
      for (const { url, text } of loaded)
        expect(text, url).not.toMatch(/writing-text|error-summary|ProseMirror/);
    }
    await signIn(page, admin);
    loaded.length = 0;
    await page.goto(pages.story ?? '', { waitUntil: 'networkidle' });
    // So that the look above can find something.
    expect(loaded.some(({ text }) => /writing-text/.test(text))).toBe(true);
    expect(loaded.some(({ text }) => /ProseMirror/.test(text))).toBe(true);
  });

  test('are walked by keyboard alone, from signing in to a published story and its history', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const person = await member('editor');
    const { linkOf } = await import('./staff');
    await page.goto(await linkOf(person));
    await tabTo(page, 'Sign in');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/admin');
    await tabTo(page, 'Write a story');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/admin\/resources\/\d+$/);
    await isSaved(page);
    await tabTo(page, 'Title');
    const title = `By keyboard ${Date.now()}`;
    await page.keyboard.type(title);
    await tabTo(page, 'Summary');
    await page.keyboard.type('A summary.');
    await tabTo(page, 'Teaser');
    await page.keyboard.type('A teaser.');
    await tabTo(page, 'Text');
    await page.keyboard.type('Words to be bold.');
    await page.keyboard.press('Control+a');
    // To the tools and back.
    await page.keyboard.press('Alt+F10');
    await expect(page.getByRole('button', { name: 'Bold' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('button', { name: 'Italic' })).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: 'Bold' }).press('Escape');
    await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused();
    // Tab leaves the text.
    await page.keyboard.press('Tab');
    await expect(page.getByRole('textbox', { name: 'Text', exact: true })).not.toBeFocused();
    await tabTo(page, 'Choose a photo');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Choose a photo' })).toBeFocused();
    await isSaved(page);
    await tabTo(page, 'Check and publish');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/publish$/);
    await tabTo(page, 'Publish', 'button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/news\//);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('main strong').filter({ hasText: 'Words to be bold.' })).toBeVisible();
    await page.goBack();
    await tabTo(page, 'History');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/history$/);
    await expect(page.getByRole('link', { name: /^Revision 1: Published/ })).toBeVisible();
    expect(await field(page, 'nothing').count()).toBe(0);
  });

  test('let a webinar be announced by keyboard alone, with its zone found by what people call it', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await signIn(page, await member('editor'));
    await page.goto('/admin/webinars');
    await tabTo(page, 'Announce a webinar');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/admin\/resources\/\d+$/);
    await isSaved(page);
    await tabTo(page, 'Title');
    const title = `Announced by keyboard ${Date.now()}`;
    await page.keyboard.type(title);
    await tabTo(page, 'Start');
    // Month, day, year, hour, minute and half of the day, as the browser's own field takes them.
    for (const part of ['07', '01', '2098', 'Tab', '09', '30', 'AM'])
      if (part === 'Tab') await page.keyboard.press('Tab');
      else await page.keyboard.type(part);
    await expect(field(page, 'Start')).toHaveValue('2098-07-01T09:30');
    await tabTo(page, 'Time zone');
    await page.keyboard.type('kyiv');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(
      page.getByText('Tuesday 1 July 2098, 9:30 AM Ukraine Time, which is 2098-07-01 06:30 UTC'),
    ).toBeVisible();
    await tabTo(page, 'Summary');
    await page.keyboard.type('A summary.');
    await tabTo(page, 'Text');
    await page.keyboard.type('What it is about.');
    await isSaved(page);
    await tabTo(page, 'Check and publish');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/publish$/);
    await tabTo(page, 'Publish', 'button');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.startsWith('/webinars/'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
});

/** Presses Tab until what has the name has the focus, and sees that the focus shows and is not covered. */
async function tabTo(page: Page, name: string, role?: string) {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const labels = (element as HTMLInputElement).labels;
      const by = element.getAttribute('aria-labelledby');
      const label = labels?.[0]?.textContent ?? (by ? document.getElementById(by)?.textContent : null);
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 20)];
      const top = document.elementFromPoint(x, y);
      return {
        name: (label ?? element.textContent ?? '').trim(),
        tag: element.tagName.toLowerCase(),
        shows: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
        covered: top !== null && !element.contains(top) && !top.contains(element),
      };
    });
    if (found?.name !== name || (role && found.tag !== role)) continue;
    expect(found.shows, `the focus on ${name} shows`).toBe(true);
    expect(found.covered, `the focus on ${name} is covered`).toBe(false);
    return;
  }
  throw new Error(`Tab never reached ${name}`);
}
