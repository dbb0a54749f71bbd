import { db } from '@/db/client';
import { redirects, settings } from '@/db/schema';
import { write } from '@/db/write';
import { createResource, publishResource, withdrawResource } from '@/features/resources/mutations';
import { saveSettings } from '@/features/settings/mutations';
import { publishTopic } from '@/features/topics/mutations';
import { contentKey, fileAt, storeFile } from '@/lib/storage';
import { inputFor, publishStory, textOf, topicId, unique } from './acts';
import { ask, expect, test } from './fixtures';
import { siteText } from './site-text';

/** Lists and pages that a story of the topic "spaces" stands on. */
const lists = ['/topics/spaces', '/news', '/'];
const untouched = [
  '/topics/local-history',
  '/webinars',
  '/accessibility',
  '/news/a-library-card-for-every-first-grader',
];

test.describe('what an editor publishes', { tag: '@changes' }, () => {
  test('stands on the story, its topic, the news, the first page and the map within a second', async () => {
    const story = await publishStory('spaces');
    await expectWithinASecond(async () => {
      expect((await ask(story.address)).status).toBe(200);
      for (const list of lists) expect(await siteText(list), list).toContain(story.input.title);
      expect((await ask('/sitemap.xml')).text).toContain(story.address);
    });
  });

  test('shows its new title everywhere within a second, and nothing of the old one', async () => {
    const story = await publishStory('spaces');
    for (const page of [...lists, story.address]) await siteText(page);
    const title = unique('Retitled');
    await publishResource(story.id, { ...story.input, title });
    await expectWithinASecond(async () => {
      for (const page of [...lists, story.address]) {
        const text = await siteText(page);
        expect(text, page).toContain(title);
        expect(text, page).not.toContain(story.input.title);
      }
    });
  });

  test('leaves the pages that do not show it as they were, to the last byte', async () => {
    const before = await etags(untouched);
    const listed = await etags(lists);
    const story = await publishStory('spaces');
    await expectWithinASecond(async () => expect(await siteText('/news')).toContain(story.input.title));
    expect(await etags(untouched)).toEqual(before);
    // Nor are they asked of the renderer: answers from prepared bytes have no id.
    for (const page of untouched) expect((await ask(page)).headers['x-request-id'], page).toBeUndefined();
    expect((await ask(`${untouched[0]}?a`)).headers['x-request-id']).toBeDefined();
    for (const [list, etag] of Object.entries(await etags(lists))) expect(etag, list).not.toBe(listed[list]);
  });

  test('leaves the lists when it moves to another topic', async () => {
    const story = await publishStory('spaces');
    await expectWithinASecond(async () =>
      expect(await siteText('/topics/spaces')).toContain(story.input.title),
    );
    await publishResource(story.id, { ...story.input, topicIds: [await topicId('climate')] });
    await expectWithinASecond(async () => {
      expect(await siteText('/topics/climate')).toContain(story.input.title);
      expect(await siteText('/topics/spaces')).not.toContain(story.input.title);
    });
  });

  test('shows a topic\u2019s new title on its page, in the tree and on the first page', async () => {
    const id = await topicId('lunch-hour');
    const [before] = await db().query.topics.findMany({ where: (row, { eq }) => eq(row.id, id) });
    if (!before?.title || !before.introduction) throw new Error('the topic is not published');
    const { kind, parentId, position, hue, introduction } = before;
    const title = unique('Topic');
    const input = { kind, parentId, position, hue, introduction };
    await publishTopic(id, { ...input, title });
    await expectWithinASecond(async () => {
      for (const page of ['/topics/lunch-hour', '/topics', '/'])
        expect(await siteText(page)).toContain(title);
    });
    await publishTopic(id, { ...input, title: before.title });
  });

  test('shows a new name of the site on every page', async () => {
    const [before] = await db().select().from(settings);
    if (!before) throw new Error('there are no settings');
    const { one: _, ...input } = before;
    const siteName = unique('Name');
    await saveSettings({ ...input, siteName });
    await expectWithinASecond(async () => {
      for (const page of ['/', '/accessibility', '/topics/spaces', '/photos/1', '/not-here-at-all'])
        expect(await siteText(page), page).toContain(siteName);
    });
    await saveSettings(input);
    await expectWithinASecond(async () => expect(await siteText('/')).not.toContain(siteName));
  });
});

test.describe('what an editor takes away', { tag: '@changes' }, () => {
  test('answers 410 with its reason and is on no list and no map', async () => {
    const story = await publishStory('spaces');
    await expectWithinASecond(async () => expect((await ask(story.address)).status).toBe(200));
    await withdrawResource(story.id, 'The figures in it were wrong.');
    await expectWithinASecond(async () => {
      const answer = await ask(story.address);
      expect(answer.status).toBe(410);
      expect(answer.text).toContain('The figures in it were wrong.');
      for (const list of lists) expect(await siteText(list), list).not.toContain(story.input.title);
      expect((await ask('/sitemap.xml')).text).not.toContain(story.address);
    });
    await publishResource(story.id, story.input);
    await expectWithinASecond(async () => expect((await ask(story.address)).status).toBe(200));
  });

  test('takes its files with it', async () => {
    const bytes = Buffer.from(`col\n${unique('value')}\n`);
    const fileKey = `${contentKey(bytes)}.csv`;
    await storeFile(fileAt(process.env.DATA_DIR ?? '', 'attachments', fileKey), bytes);
    const slug = unique('document');
    const id = await createResource({ kind: 'document', slug });
    const file = { fileKey, fileName: 'Résumé of figures.csv', mediaType: 'text/csv', bytes: bytes.length };
    const input = await inputFor('spaces', {
      attachments: [{ type: 'other', title: 'Figures', ...file }],
    });
    await publishResource(id, input);
    let address = '';
    await expectWithinASecond(async () => {
      const { text } = await ask(`/documents/${slug}`);
      [address = ''] = /\/attachments\/[0-9a-f]{16}\/[^"]+\.csv/.exec(text) ?? [];
      expect((await ask(address)).body).toEqual(bytes);
    });
    // Who republishes changes no address of a file.
    await publishResource(id, { ...input, title: unique('Title') });
    expect((await ask(address)).status).toBe(200);
    await withdrawResource(id, 'Replaced.');
    await expectWithinASecond(async () => expect((await ask(address)).status).toBe(404));
  });
});

test.describe('an old address', { tag: '@changes' }, () => {
  test('leads to the new one with 308, until a page lives there again', async () => {
    const story = await publishStory('spaces');
    const from = `/news/${unique('moved')}`;
    await redirect(from, story.address);
    await expectWithinASecond(async () => {
      const { status, headers } = await ask(from);
      expect({ status, location: headers.location }).toEqual({ status: 308, location: story.address });
    });
    const id = await createResource({ kind: 'news', slug: from.slice('/news/'.length) });
    await publishResource(id, await inputFor('spaces', { body: textOf('A page again.') }));
    await expectWithinASecond(async () => expect((await ask(from)).status).toBe(200));
  });

  test('with a slash behind it leads to the page', async () => {
    const { status, headers } = await ask('/topics/spaces/?from=a%20b');
    expect({ status, location: headers.location }).toEqual({
      status: 308,
      location: '/topics/spaces?from=a%20b',
    });
  });
});

const redirect = (fromPath: string, toPath: string) =>
  write(async ({ tx, changed }) => {
    await tx.insert(redirects).values({ fromPath, toPath });
    changed({ of: 'photo', photoIds: [] }); // the addresses
  });

const expectWithinASecond = (check: () => Promise<void>) =>
  expect(check).toPass({ timeout: 1_000, intervals: [20, 50, 100] });

async function etags(pages: string[]): Promise<Record<string, unknown>> {
  return Object.fromEntries(
    await Promise.all(pages.map(async (page) => [page, (await ask(page)).headers.etag] as const)),
  );
}
