import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { linkIn, mailTo } from './mailbox';
import { type OwnSite, ownSite } from './own-site';
import { seedPage } from './seed';
import { begin, field, isSaved, publish, writeText } from './writing';

const seed = seedPage();
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `Publish Date: News / 11 August 2020`. */
function partsOf(line: string) {
  const [, kind = '', day = '', month = '', year = ''] = /: (\w+) \/ (\d+) (\w+) (\d+)$/.exec(line) ?? [];
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  return { kind, date: `${year}-${number}-${day.padStart(2, '0')}` };
}

const introduction =
  'A library that works with others reaches people it would never meet at its own desk. Partners bring rooms, ' +
  'knowledge and trust; the library brings its collections, its staff and its open door. This topic gathers what ' +
  'libraries learned from working with schools, clinics, cities and neighbours.';

test.describe('a site that is made by its editors alone', { tag: '@changes' }, () => {
  let site: OwnSite;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    site = await ownSite('from-nothing', { args: ['--empty'] });
  });
  test.afterAll(() => site?.stop());

  test('reads as the seed page does', async ({ browser }) => {
    test.setTimeout(300_000);
    // The first admin comes in by the link in the operator's terminal.
    const link = /http\S+\/sign-in\/\S+/.exec(site.printed())?.[0] ?? '';
    const admin = await (await browser.newContext()).newPage();
    await admin.goto(link);
    await admin.getByLabel('Your name').fill('Ada First');
    await admin.getByLabel('Your mail address').fill('ada@from-nothing.example.org');
    await admin.getByRole('button', { name: 'Sign in' }).click();
    await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Desk');
    // It is good for one person.
    const late = await (await browser.newContext()).newPage();
    await late.goto(link);
    await expect(late.getByRole('heading', { level: 1 })).toHaveText('This link is no longer good');

    await admin.getByRole('link', { name: 'People' }).click();
    await field(admin, 'Name').fill('Edda Editor');
    await field(admin, 'Mail address').fill('edda@from-nothing.example.org');
    await field(admin, 'Role').selectOption('editor');
    await admin.getByRole('button', { name: 'Invite' }).click();
    await expect(admin.getByRole('heading', { name: 'Edda Editor' })).toBeVisible();

    // The editor comes in by mail.
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const mail = await mailTo('edda@from-nothing.example.org');
    expect(mail.subject).toContain('Ada First');
    await page.goto(linkIn(mail));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Desk');

    await creditOnlyPhoto(page);
    await topic(page);
    for (const entry of seed.entries) await write(page, entry);

    await page.goto(`${site.url}/topics/partnerships-and-collaboration`);
    await readsAsTheSeed(page);
    // So it does for somebody without scripts.
    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await reader.goto(`${site.url}/topics/partnerships-and-collaboration`);
    await readsAsTheSeed(reader);
  });

  async function creditOnlyPhoto(page: Page) {
    await page.goto(`${site.url}/admin/photos/new`);
    await page.getByLabel('Width and height').fill('3:2');
    await page.getByLabel('Suggested alternative text').fill(seed.alt);
    await page.getByRole('button', { name: /Record/ }).click();
    await page.waitForURL(/\/admin\/photos\/\d+$/);
    await page.getByRole('group', { name: 'Made by' }).getByLabel('Name').fill('jenlen');
    await field(page, 'Licence').selectOption('cc/by-nc-nd/2.0');
    await expect(page.getByText(seed.credit).first()).toBeVisible();
    await page.getByRole('button', { name: 'Confirm this credit' }).click();
    await expect(page.getByRole('status').filter({ hasText: /confirmed/i })).toBeVisible();
  }

  async function topic(page: Page) {
    await page.goto(`${site.url}/admin/topics`);
    await begin(page, 'Begin a topic');
    await field(page, 'Title').fill(seed.title);
    await expect(field(page, 'Address')).toHaveValue('partnerships-and-collaboration');
    await writeText(page, 'Introduction', introduction);
    await page.getByRole('button', { name: 'Choose a photo' }).click();
    await page.getByRole('button', { name: new RegExp(seed.alt.slice(0, 20)) }).click();
    await expect(field(page, 'Alternative text')).toHaveValue(seed.alt);
    await isSaved(page);
    await publish(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(seed.title);
    await expect(page.getByText(seed.alt)).toBeVisible();
  }

  async function write(page: Page, { title, line }: { title: string; line: string }) {
    const { kind, date } = partsOf(line);
    await page.goto(`${site.url}/admin`);
    await begin(page, kind === 'News' ? 'Write a story' : 'Announce a webinar');
    await field(page, 'Title').fill(title);
    if (kind === 'News') await field(page, 'Date published').fill(date);
    else {
      await field(page, 'Start').fill(`${date}T14:00`);
      const zone = page.getByRole('combobox', { name: 'Time zone' });
      await zone.fill('eastern');
      await zone.press('Enter');
      await expect(zone).toHaveValue('Eastern Time (New York)');
    }
    await field(page, 'Summary').fill('What this one is about, in a sentence of our own.');
    await field(page, 'Teaser').fill(
      'A teaser of our own words, long enough to say something about what one will read there.',
    );
    await writeText(page, 'Text', `This is what ${title} says.\n\nIt goes on with a second paragraph.`);
    await page.getByRole('checkbox', { name: seed.title }).check();
    await isSaved(page);
    await publish(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
});

async function readsAsTheSeed(page: Page) {
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(seed.title);
  const figure = main.getByRole('figure').first();
  await expect(figure).toContainText(seed.alt);
  await expect(figure.locator('figcaption')).toHaveText(seed.credit);
  await expect(main.locator('.lede').first()).toHaveText(introduction);
  const list = page.getByRole('region', { name: seed.heading });
  const entries = list.getByRole('listitem');
  await expect(entries).toHaveCount(seed.entries.length);
  for (const [index, { title, line }] of seed.entries.entries()) {
    await expect(entries.nth(index).getByRole('heading', { level: 3 })).toHaveText(title);
    await expect(entries.nth(index).getByText(/^Publish Date:/)).toHaveText(line);
  }
}
