import type { Page } from '@playwright/test';
import { createResource, publishResource } from '@/features/resources/mutations';
import { inputFor, unique } from './acts';
import { expect, onlyOurs, test } from './fixtures';

const paper = { light: 'rgb(251, 250, 247)', dark: 'rgb(23, 22, 20)' };

test('a visitor who chose the dark theme finds it again on every page, without a flash', async ({ page }) => {
  await page.addInitScript(noteFirstTheme);
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await groundOf(page)).toBe(paper.dark);
  for (const address of ['/', '/topics/partnerships', '/news/never-written']) {
    await page.goto(address);
    expect(await firstTheme(page), address).toBe('dark');
    expect(await groundOf(page), address).toBe(paper.dark);
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('radio', { name: 'Light' }).check();
  await page.reload();
  expect(await firstTheme(page)).toBe('light');
  expect(await groundOf(page)).toBe(paper.light);
  await page.getByRole('radio', { name: 'System' }).check();
  await page.reload();
  expect(await firstTheme(page)).toBe('none');
  expect(await groundOf(page)).toBe(paper.dark);
});

test('a flash would be seen', async ({ page }) => {
  await page.addInitScript(noteFirstTheme);
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.route('**/islands/theme.*.js', (route) => route.abort());
  await page.reload();
  expect(await firstTheme(page)).toBe('none');
});

test('a theme that is chosen in one tab shows in the others at once', async ({ page, context }) => {
  const other = await context.newPage();
  await Promise.all([page.goto('/'), other.goto('/news')]);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(other.getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect(await groundOf(other)).toBe(paper.dark);
  await other.getByRole('radio', { name: 'System' }).check();
  await expect(page.getByRole('radio', { name: 'System' })).toBeChecked();
  expect(await groundOf(page)).toBe(paper.light);
});

test('a visitor whose browser keeps nothing has the chosen theme for the page', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(refuseStorage);
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await groundOf(page)).toBe(paper.dark);
  await page.goto('/news');
  await expect(page.getByRole('radio', { name: 'System' })).toBeChecked();
  expect(faults).toEqual([]);
});

test.describe('a visitor in Berlin', () => {
  test.use({ timezoneId: 'Europe/Berlin' });
  test('sees a webinar in New York at their own time as well', async ({ page }) => {
    await page.goto('/webinars/social-work-students-and-public-library-partnerships');
    const time = page.locator('local-time');
    await expect(time).toContainText('Eastern Time');
    const instant = new Date((await time.getAttribute('datetime')) ?? '');
    const parts = { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Berlin' } as const;
    const hour = new Intl.DateTimeFormat('en-US', parts).format(instant).replace(/\s/g, ' ');
    const yours = time.getByText('Your time:');
    expect((await yours.innerText()).replace(/\s/g, ' ')).toContain(`Your time: ${hour}, `);
    await expect(yours).toContainText('Europe/Berlin time');
  });
});

test.describe('a visitor in New York', () => {
  test.use({ timezoneId: 'America/New_York' });
  test('sees a webinar in New York at one time only', async ({ page }) => {
    await page.goto('/webinars/social-work-students-and-public-library-partnerships', {
      waitUntil: 'networkidle',
    });
    await expect(page.locator('local-time')).toContainText('Eastern Time');
    await expect(page.getByText('Your time:')).toHaveCount(0);
  });
});

for (const [timezoneId, called] of [
  ['Asia/Calcutta', '(Asia/Kolkata time)'],
  ['America/Puerto_Rico', '(America/Puerto Rico time)'],
  // Three hours behind, whatever its name says to most people.
  ['Etc/GMT+3', '(GMT-03:00)'],
  ['UTC', '(UTC)'],
] as const)
  test.describe(`a visitor whose zone is ${timezoneId}`, () => {
    test.use({ timezoneId });
    test(`sees it called ${called}`, async ({ page }) => {
      await page.goto('/webinars/mapping-your-service-area');
      await expect(page.getByText('Your time:')).toContainText(called);
    });
  });

test.describe('a video of another site', { tag: '@changes' }, () => {
  test('is asked for nothing until a visitor starts it', async ({ page }) => {
    const address = await pageWithVideo({ provider: 'youtube', videoId: 'abcdef12345' });
    const elsewhere = onlyOurs(page);
    const asked = new Promise<string>((resolve) =>
      page.route(/youtube/, (route) => {
        resolve(route.request().url());
        return route.fulfill({ contentType: 'text/html', body: '<title>A player</title>' });
      }),
    );
    await openNew(page, address);
    await page.waitForLoadState('networkidle');
    await page.mouse.wheel(0, 2_000);
    await linkToVideo(page).hover();
    expect(elsewhere()).toEqual([]);
    await linkToVideo(page).click();
    expect(await asked).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\/abcdef12345\?/);
    await expect(page.locator('video-facade iframe')).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
  });

  test('plays with the key that an unlisted one has, and asks its site to note nothing', async ({ page }) => {
    const address = await pageWithVideo({ provider: 'vimeo', videoId: '123456/abcdef' });
    await page.route(/vimeo/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>A player</title>' }),
    );
    await openNew(page, address);
    await linkToVideo(page).click();
    const player = page.locator('video-facade iframe');
    await expect(player).toBeFocused();
    await expect(player).toHaveAttribute('title', 'A talk');
    expect(await player.getAttribute('src')).toBe(
      'https://player.vimeo.com/video/123456?autoplay=1&dnt=1&h=abcdef',
    );
  });

  test('is left to the browser when a visitor wants it in a tab of its own', async ({ page }) => {
    await openNew(page, await pageWithVideo({ provider: 'youtube', videoId: 'abcdef12345' }));
    await expect(linkToVideo(page)).toHaveAttribute('href', 'https://www.youtube.com/watch?v=abcdef12345');
    const left = page.evaluate(whetherLeft);
    await linkToVideo(page).click({ modifiers: ['ControlOrMeta'] });
    expect(await left).toBe(true);
    await expect(linkToVideo(page)).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
  });
});

const linkToVideo = (page: Page) => page.getByRole('main').getByRole('link', { name: /A talk/ });

/** A page of this very moment. */
const openNew = (page: Page, address: string) =>
  expect(async () => expect((await page.goto(address))?.status()).toBe(200)).toPass({ timeout: 2_000 });

async function pageWithVideo(of: { provider: 'youtube' | 'vimeo'; videoId: string }) {
  const slug = unique('video');
  const id = await createResource({ kind: 'news', slug });
  const video = { ...of, title: 'A talk' };
  const body = { type: 'doc' as const, content: [{ type: 'video' as const, attrs: video }] };
  await publishResource(id, await inputFor('climate', { body }));
  return `/news/${slug}`;
}

/** The theme at the moment in which the body begins, before anything of it can be painted. */
function noteFirstTheme() {
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    Object.assign(window, { firstTheme: document.documentElement.dataset.theme ?? 'none' });
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** Whether the next click is the browser's own; it is kept from going where it would. */
function whetherLeft() {
  return new Promise<boolean>((resolve) => {
    document.addEventListener('click', (event) => {
      resolve(!event.defaultPrevented);
      event.preventDefault();
    });
  });
}

function refuseStorage() {
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('The visitor wants nothing kept.', 'SecurityError');
    },
  });
}

const firstTheme = (page: Page) =>
  page.evaluate(() => (window as unknown as { firstTheme: string }).firstTheme);

const groundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
