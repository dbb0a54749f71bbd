import { cp, rm } from 'node:fs/promises';
import type { ResourceDraft, TopicDraft } from '@/features/revisions/draft';
import { freePort } from '@/scripts/embedded/cluster.mjs';
import { startSite } from '@/scripts/testing/site.mjs';
import { topicId, unique } from './acts';
import { type Edited, readyDraft, readyTopic, saved, started } from './drafts';
import { ask, base, expect, test } from './fixtures';
import { type Member, member } from './members';
import { siteText } from './site-text';
import { callAction, sessionOf, signIn } from './staff';

type Kind = 'news' | 'webinar' | 'document';
const folders = { news: '/news', webinar: '/webinars', document: '/documents' };
/** Lists on which something of the kind stands, of the topic "spaces" and of the whole site. */
const listsOf: Record<Kind, string[]> = {
  news: ['/topics/spaces', '/news', '/'],
  // The first page shows the next few alone.
  webinar: ['/topics/spaces', '/webinars'],
  document: ['/topics/spaces', '/'],
};
const untouched = [
  '/topics/local-history',
  '/accessibility',
  '/news/a-library-card-for-every-first-grader',
  '/credits',
];

let editor: Member & { cookie: string };
test.beforeAll(async () => {
  const person = await member('editor');
  editor = { ...person, cookie: await sessionOf(person) };
});

const act = async (name: string, input: object) => {
  const { refused } = await callAction(name, input, editor);
  expect(refused, name).toBeUndefined();
};
const publishing = {
  news: 'publishResourceAction',
  document: 'publishResourceAction',
  webinar: 'publishWebinarAction',
};

const DIST = '.next-fresh-at-once';
let other: Awaited<ReturnType<typeof startSite>>; // a second process on the same database

/**
 * What the very next visit finds at the process that published: nothing is tried again. A second later at most, the
 * other process says the same.
 */
async function answered(target: string) {
  const { status, headers, text } = await ask(target);
  const found = { status, location: headers.location };
  await soon(async () => {
    const there = await ask(target, { of: other.url });
    expect({ status: there.status, location: there.headers.location }, `${target} elsewhere`).toEqual(found);
  });
  return { status, headers, text };
}

async function seen(target: string): Promise<string> {
  const text = await siteText(target);
  await soon(async () => expect(await siteText(target, other.url), `${target} elsewhere`).toBe(text));
  return text;
}

const soon = (check: () => Promise<void>) =>
  expect(check).toPass({ timeout: 1_000, intervals: [10, 20, 50] });

test.describe('what an editor does in the browser is there at the very next visit', {
  tag: '@changes',
}, () => {
  test.beforeAll(async () => {
    test.setTimeout(90_000);
    await cp(process.env.DIST_DIR ?? '', DIST, { recursive: true });
    const own = { PORT: String(await freePort()), DIST_DIR: DIST, WORKER: 'off', SITE_URL: base.origin };
    other = await startSite({ ...process.env, ...own });
  });
  test.afterAll(async () => {
    await other?.stop();
    await rm(DIST, { recursive: true, force: true });
  });

  for (const kind of ['news', 'webinar', 'document'] as const)
    test(`for a ${kind}: new, changed, moved, renamed, withdrawn, trashed and restored`, async () => {
      const lists = listsOf[kind];
      for (const page of [...lists, ...untouched]) await ask(page);
      const before = await etags(untouched);
      let draft = await readyDraft(kind);
      let item = await started(kind, editor, draft);
      const address = () => `${folders[kind]}/${draft.slug}`;
      const change = async (other: Partial<ResourceDraft>) => {
        draft = { ...draft, ...other };
        item = { ...item, lockVersion: await saved(item, draft, editor) };
        await act(publishing[kind], { id: item.id, lockVersion: item.lockVersion, withdrawn: true });
      };
      expect((await answered(address())).status).toBe(404);

      await act(publishing[kind], { id: item.id, lockVersion: item.lockVersion, withdrawn: true });
      expect(await seen(address())).toContain(draft.title);
      for (const list of lists) expect(await seen(list), `new on ${list}`).toContain(draft.title);
      expect((await answered('/sitemap.xml')).text).toContain(address());

      const old = draft.title;
      await change({ title: unique('Changed') });
      for (const page of [...lists, address()]) {
        const text = await seen(page);
        expect(text, `changed on ${page}`).toContain(draft.title);
        expect(text, `changed on ${page}`).not.toContain(old);
      }

      await change({ topicIds: [await topicId('climate')] });
      expect(await seen('/topics/climate')).toContain(draft.title);
      expect(await seen('/topics/spaces')).not.toContain(draft.title);
      await change({ topicIds: [await topicId('spaces')] });

      const from = address();
      await change({ slug: unique('renamed') });
      const { status, headers } = await answered(from);
      expect({ status, location: headers.location }).toEqual({ status: 308, location: address() });
      expect((await answered(address())).status).toBe(200);
      const second = address();
      await change({ slug: unique('renamed') });
      // One step, however often it moved.
      for (const each of [from, second]) expect((await answered(each)).headers.location).toBe(address());
      await change({ slug: from.split('/').at(-1) ?? '' });
      expect((await answered(from)).status).toBe(200);
      expect((await answered(second)).headers.location).toBe(from);

      await act('withdrawResourceAction', { id: item.id, reason: 'Its figures were wrong.', redirectTo: '' });
      const gone = await answered(address());
      expect(gone.status).toBe(410);
      expect(gone.text).toContain('Its figures were wrong.');
      for (const list of lists) expect(await seen(list), `withdrawn on ${list}`).not.toContain(draft.title);
      expect((await answered('/sitemap.xml')).text).not.toContain(`${address()}<`);

      await change({});
      expect((await answered(address())).status).toBe(200);
      await act('withdrawResourceAction', { id: item.id, reason: 'Moved.', redirectTo: '/topics/spaces' });
      expect((await answered(address())).headers.location).toBe('/topics/spaces');
      await change({});
      expect((await answered(address())).status).toBe(200);

      await act('trashResourcesAction', { ids: [item.id] });
      expect((await answered(address())).status).toBe(404);
      for (const list of lists) expect(await seen(list), `trashed on ${list}`).not.toContain(draft.title);
      await act('untrashResourceAction', { id: item.id });
      expect((await answered(address())).status).toBe(200);
      for (const list of lists) expect(await seen(list), `restored on ${list}`).toContain(draft.title);

      expect(await etags(untouched)).toEqual(before);
      await act('trashResourcesAction', { ids: [item.id] });
    });

  test('for a topic: new, changed, moved, renamed, withdrawn, trashed and restored', async () => {
    let draft = readyTopic();
    let item: Edited = await started('topic', editor, draft);
    const address = () => `/topics/${draft.slug}`;
    const publish = () =>
      act('publishTopicAction', { id: item.id, lockVersion: item.lockVersion, withdrawn: true });
    const change = async (other: Partial<TopicDraft>) => {
      draft = { ...draft, ...other };
      item = { ...item, lockVersion: await saved(item, draft, editor) };
      await publish();
    };
    await publish();
    for (const page of [address(), '/topics', '/']) expect(await seen(page), page).toContain(draft.title);
    const old = draft.title;
    await change({ title: unique('Retitled') });
    for (const page of [address(), '/topics', '/']) {
      expect(await seen(page), page).toContain(draft.title);
      expect(await seen(page), page).not.toContain(old);
    }
    await change({ parentId: await topicId('spaces') });
    expect(await seen('/topics/spaces')).toContain(draft.title);
    await change({ parentId: await topicId('climate') });
    expect(await seen('/topics/spaces')).not.toContain(draft.title);
    expect(await seen('/topics/climate')).toContain(draft.title);
    const from = address();
    await change({ slug: unique('renamed') });
    expect((await answered(from)).headers.location).toBe(address());
    expect((await answered(`${from}/page/2`)).headers.location).toBe(address());
    await act('withdrawTopicAction', { id: item.id, reason: 'Nobody keeps it.', redirectTo: '' });
    expect((await answered(address())).status).toBe(410);
    expect(await seen('/topics')).not.toContain(draft.title);
    await publish();
    expect((await answered(address())).status).toBe(200);
    await act('trashTopicAction', { id: item.id });
    expect((await answered(address())).status).toBe(404);
    await act('untrashTopicAction', { id: item.id });
    expect((await answered(address())).status).toBe(200);
    await act('trashTopicAction', { id: item.id });
  });

  test('for a photo: its credit on its page, the credits and the page that shows it', async ({ page }) => {
    await signIn(page, editor);
    const [maker, other] = [unique('Maker'), unique('Other')];
    await page.goto('/admin/photos/new');
    await page.getByLabel('Width and height').fill('3:2');
    await page.getByLabel('Suggested alternative text').fill(`A reading room, by ${maker}.`);
    await page.getByRole('button', { name: /Record/ }).click();
    await page.waitForURL(/\/admin\/photos\/\d+$/);
    const id = Number(page.url().split('/').at(-1));
    const confirm = async (name: string) => {
      await page.getByRole('group', { name: 'Made by' }).getByLabel('Name').fill(name);
      await page.getByLabel('Licence', { exact: true }).selectOption('cc/by/4.0');
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('button', { name: 'Confirm this credit' }).click();
      await answered;
    };
    await confirm(maker);
    const hero = { photoId: id, alt: 'A reading room.', decorative: false, caption: null };
    const draft = await readyDraft('news', { hero });
    const item = await started('news', editor, draft);
    expect((await answered(`/photos/${id}`)).status).toBe(404);
    await act('publishResourceAction', { id: item.id, lockVersion: item.lockVersion, withdrawn: true });
    const shown = [`/photos/${id}`, `/news/${draft.slug}`];
    for (const address of shown) expect(await seen(address), address).toContain(maker);
    expect((await answered('/credits.json')).text).toContain(maker);

    await confirm(other);
    for (const address of shown) {
      expect(await seen(address), address).toContain(other);
      expect(await seen(address), address).not.toContain(`by ${maker}, `);
    }
    expect((await answered('/credits.json')).text).toContain(other);
    await act('trashResourcesAction', { ids: [item.id] });
    expect((await answered(`/photos/${id}`)).status).toBe(404);
  });
});

async function etags(pages: string[]): Promise<Record<string, unknown>> {
  return Object.fromEntries(
    await Promise.all(pages.map(async (page) => [page, (await ask(page)).headers.etag] as const)),
  );
}
