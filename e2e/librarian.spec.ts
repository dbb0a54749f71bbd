import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { unique } from './acts';
import { readyDraft, started } from './drafts';
import { ask, expect, test } from './fixtures';
import { type Member, member } from './members';
import { callAction, sessionOf, signIn } from './staff';
import { begin, field, isSaved, publish, writeText } from './writing';

let editor: Member;
test.beforeAll(async () => {
  editor = await member('editor');
});
test.beforeEach(({ page }) => signIn(page, editor));

test.describe('a librarian', { tag: '@changes' }, () => {
  test('adds a document with its file, which visitors download, and no file that only looks like one', async ({
    page,
  }) => {
    const title = unique('A guide');
    const bytes = readFileSync('db/demo/files/alternative-text-checklist.pdf');
    await begin(page, 'Add a document');
    await field(page, 'Title').fill(title);
    await field(page, 'Summary').fill('What it is for.');
    await field(page, 'Teaser').fill('A guide that one can print.');
    await writeText(page, 'Text', 'How to use it.');
    await page.getByRole('checkbox', { name: 'Spaces & Placemaking' }).check();

    const upload = page.getByLabel('Add a file');
    const fake = {
      name: 'guide.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<html><script>1</script></html>'),
    };
    await upload.setInputFiles(fake);
    await expect(page.getByText(/Web pages, SVG and XML are not taken/).first()).toBeVisible();
    await upload.setInputFiles({ name: 'Guide für alle.pdf', mimeType: 'text/plain', buffer: bytes });
    await expect(page.getByText(/Uploaded: Guide für alle\.pdf \(PDF/)).toBeVisible();
    await page.getByRole('group', { name: 'Files and links' }).getByLabel('Title').fill('The guide');
    await isSaved(page);

    await publish(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const href = await page.getByRole('link', { name: 'Download: The guide' }).getAttribute('href');
    const file = await ask(href ?? '');
    expect(file.body).toEqual(bytes);
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(file.headers['x-content-type-options']).toBe('nosniff');
  });

  test('brings a photo, says whose it is, and puts it into a text with words of its own', async ({
    page,
  }) => {
    const maker = unique('Maker');
    const jpeg = await sharp({
      create: { width: 900, height: 600, channels: 3, background: maker.endsWith('0') ? '#446' : '#664' },
    })
      .composite([
        {
          input: Buffer.from(
            `<svg width="900" height="600"><text x="50" y="300" font-size="60">${maker}</text></svg>`,
          ),
        },
      ])
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 0/1 0/1' } })
      .jpeg()
      .toBuffer();
    await page.goto('/admin/photos/new');
    await page
      .getByLabel('A photo')
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg></svg>') });
    await expect(page.getByText(/JPEG, PNG, WebP or AVIF file/).first()).toBeVisible();
    await page
      .getByLabel('A photo')
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    await page.waitForURL(/\/admin\/photos\/\d+$/);
    const id = page.url().split('/').at(-1);
    // Nothing is guessed from a file's name.
    await expect(page.getByLabel('Suggested alternative text')).toHaveValue('');
    await page.getByRole('group', { name: 'Made by' }).getByLabel('Name').fill(maker);
    await field(page, 'Licence').selectOption('cc/by-nd/4.0');
    await page.getByLabel('Suggested alternative text').fill(`Words of ${maker} on a plain ground.`);
    await page.getByRole('button', { name: 'Confirm this credit' }).click();
    await expect(page.getByRole('status').filter({ hasText: /confirmed/i })).toBeVisible();

    await page.goto('/admin');
    await begin(page, 'Write a story');
    const title = unique('With a photo');
    await field(page, 'Title').fill(title);
    await field(page, 'Summary').fill('A summary.');
    await writeText(page, 'Text', 'Before the photo.');
    await page.getByRole('button', { name: 'Photo', exact: true }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill(maker);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`Words of ${maker}`) })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Photo in the text' });
    await dialog.getByLabel('Alternative text').fill('What matters of it here.');
    await dialog.getByLabel('Caption').fill('A caption of this story.');
    await dialog.getByRole('button', { name: 'Put the photo here' }).click();
    await expect(page.getByText('What matters of it here.')).toBeVisible();
    await isSaved(page);
    await page.goto(`${page.url()}/preview`);
    const previewed = page.getByRole('figure').getByRole('img', { name: 'What matters of it here.' });
    await expect(previewed).toBeVisible();
    expect(
      await previewed.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    ).toBeGreaterThan(300);
    await page.goBack();
    await publish(page);
    const figure = page.getByRole('figure');
    await expect(figure.getByRole('img', { name: 'What matters of it here.' })).toBeVisible();
    await expect(figure).toContainText('A caption of this story.');
    await expect(figure).toContainText(maker);
    const src = await figure.getByRole('img').getAttribute('src');
    const { exif } = await sharp((await ask(src ?? '')).body).metadata();
    expect(String(exif ?? '')).not.toContain('GPS');
    expect((await ask(`/photos/${id}`)).status).toBe(200);
  });

  test('goes back to an earlier revision after seeing what differs, word by word', async ({ page }) => {
    const draft = await readyDraft('news', { title: 'The library opens at nine' });
    const item = await started('news', editor, draft);
    await page.goto(`/admin/resources/${item.id}`);
    await page.getByRole('button', { name: 'Save as a revision' }).click();
    await page.getByRole('dialog').getByLabel('Note').fill('As it was');
    await page.getByRole('dialog').getByRole('button', { name: 'Save as a revision' }).click();
    await expect(page.getByText('Saved as revision 1.')).toBeVisible();
    await field(page, 'Title').fill('The library opens at ten');
    await isSaved(page);
    await page.getByRole('link', { name: 'History' }).click();
    await expect(page.getByText('As it was')).toBeVisible();
    await page.getByRole('link', { name: /^Revision 1/ }).click();
    await expect(page.locator('del')).toHaveText(/nine/);
    await expect(page.locator('ins')).toHaveText(/ten/);
    await page.getByRole('button', { name: 'Restore revision 1' }).click();
    await page.waitForURL(new RegExp(`/admin/resources/${item.id}$`));
    await expect(field(page, 'Title')).toHaveValue('The library opens at nine');
    await page.goto(`/admin/resources/${item.id}/history`);
    await expect(page.getByText('Restored from revision 1')).toBeVisible();
  });

  test('announces a webinar, and then postpones it, gives it a new time and cancels it', async ({ page }) => {
    const item = await started('webinar', editor);
    const cookie = await sessionOf(editor);
    const { done } = await callAction(
      'publishWebinarAction',
      { id: item.id, lockVersion: item.lockVersion },
      { cookie },
    );
    const { address } = done as { address: string };
    await page.goto(`/admin/resources/${item.id}/course`);
    const reason = (name: string) => page.getByRole('region', { name }).getByLabel('Reason');
    await reason('Postpone').fill('The presenter is ill.');
    await page.getByRole('button', { name: 'Postpone' }).click();
    await expect(page.getByRole('heading', { name: 'Give it a new time' })).toBeVisible();
    expect((await ask(address)).text).toContain('The presenter is ill.');
    // A time that the clocks skip is refused with the two nearest.
    await field(page, 'Start').fill('2099-03-08T02:30');
    await expect(page.getByText(/The clocks go forward and skip this time/)).toBeVisible();
    await page.getByRole('button', { name: '3:30 AM ET' }).click();
    await field(page, 'Length in minutes').fill('90');
    await page.getByRole('button', { name: 'Change the time' }).click();
    await expect(page.getByText('Visitors see the new time.')).toBeVisible();
    const moved = (await ask(address)).text;
    expect(moved).toContain('8 March 2099');
    expect(moved).toContain('90 minutes');
    await reason('Cancel').fill('Too few came.');
    await page.getByRole('button', { name: 'Cancel the webinar' }).click();
    await expect(page.getByRole('heading', { name: 'Cancel' })).toHaveCount(0);
    expect((await ask(address)).text).toContain('Too few came.');
  });

  test('finds, filters and sorts what there is, and puts several into the trash at once', async ({
    page,
  }) => {
    const word = unique('Bulk');
    for (const number of [1, 2, 3])
      await started('news', editor, await readyDraft('news', { title: `${word} ${number}` }));
    await page.goto('/admin/news');
    await page.getByLabel('Words in the title').fill(word);
    await page.getByLabel('Order').selectOption('title');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.getByText('3 found')).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`search=${word}`));
    const titles = page.getByRole('main').getByRole('link', { name: new RegExp(word) });
    await expect(titles).toHaveText([`${word} 1`, `${word} 2`, `${word} 3`]);
    for (const number of [1, 3]) await page.getByLabel(`Tick ${word} ${number}`).check();
    await page.getByRole('button', { name: 'Put into the trash' }).click();
    await expect(page.getByText('1 found')).toBeVisible();
    await page.goto(`/admin/news?search=${word}&state=trash`);
    await expect(page.getByText('2 found')).toBeVisible();
    await page.getByLabel(`Tick ${word} 1`).check();
    await page.getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByText('1 found')).toBeVisible();
  });

  test('pastes a text from Word, and Word’s lists are lists', async ({ page }) => {
    await begin(page, 'Write a story');
    await page.getByRole('textbox', { name: 'Text', exact: true }).click();
    await pasteHtml(page, readFileSync('features/writing/samples/word.html', 'utf8'));
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await expect(text.getByRole('heading', { level: 2 })).toHaveText('Annual report');
    await expect(text.locator('ul > li').first()).toContainText('Story hours');
    await expect(text.locator('ul ul > li')).toHaveText('for toddlers');
    await expect(text.locator('ol > li')).toHaveText(['Ask', 'Listen']);
    await expect(text.getByRole('link', { name: 'the report' })).toHaveAttribute(
      'href',
      'https://example.org/report',
    );
    await isSaved(page);
    await page.keyboard.press('Control+z');
    await expect(text.getByRole('heading')).toHaveCount(0);
    // The signs of Markdown skip no level of headings, as the buttons do not.
    await page.keyboard.type('#### First');
    await page.keyboard.press('Enter');
    await page.keyboard.type('#### Below it');
    await expect(text.getByRole('heading', { level: 2 })).toHaveText('First');
    await expect(text.getByRole('heading', { level: 3 })).toHaveText('Below it');
  });

  test('writes on after the session ended, and signs in without losing a word', async ({ page, context }) => {
    await begin(page, 'Write a story');
    await field(page, 'Title').fill('Before');
    await isSaved(page);
    const cookies = await context.cookies();
    await context.clearCookies();
    await field(page, 'Title').fill('Written while signed out');
    await expect(page.getByText(/you are no longer signed in/)).toBeVisible();
    await expect(page.getByRole('link', { name: /Sign in/ })).toBeVisible();
    await context.addCookies(cookies);
    await isSaved(page);
    await page.reload();
    await expect(field(page, 'Title')).toHaveValue('Written while signed out');
  });
});

async function pasteHtml(page: Page, html: string) {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/html', text);
    data.setData('text/plain', 'plain');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, html);
}
