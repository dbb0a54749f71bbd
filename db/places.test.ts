import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readyDraft, readyTopic, saved, started } from '@/e2e/drafts';
import { type Member, member } from '@/e2e/members';
import { itemAddresses } from '@/features/addresses/queries';
import { trashResources, untrashResource } from '@/features/resources/admin/mutations';
import { publishWorkingCopy, withdrawPage } from '@/features/resources/mutations';
import { publishTopicCopy, trashTopic } from '@/features/topics/mutations';
import { Places } from '@/server/places';
import { closeDatabase, db } from './client';
import { photos } from './schema';

afterAll(closeDatabase);

/** The demonstration's and this test's own addresses: what other tests do meanwhile is not heard here. */
let watched: string[] = [];
const watch = (...paths: string[]) => watched.push(...paths);
beforeAll(async () => {
  const items = await itemAddresses('all');
  watched = items
    .filter(({ page = '' }) => !/-[0-9a-f]{8}/.test(page))
    .flatMap(({ page, withdrawn, files = [], renditions = [] }) => [
      ...[page, withdrawn].flatMap((path) => path ?? []),
      ...[...files, ...renditions].map(({ path }) => path),
    ]);
});

/** As a server that has just started knows them. */
async function expectAsAfterAStart(places: Places, after: string) {
  const anew = new Places();
  await anew.load();
  for (const path of watched) expect(places.at(path), `${path} after ${after}`).toEqual(anew.at(path));
  anew.stop();
}

const publish = (id: number, lockVersion: number, by: Member) =>
  publishWorkingCopy({ id, lockVersion, withdrawn: true, byId: by.id });

test('after each change the addresses are those that a start would find', async () => {
  const editor = await member('editor');
  const places = new Places();
  await places.load();
  const draft = await readyDraft('document');
  const item = await started('document', editor, draft);
  watch(`/documents/${draft.slug}`, `/documents/${draft.slug}-moved`);
  expect(places.at(`/documents/${draft.slug}`)).toBeUndefined();
  await publish(item.id, item.lockVersion, editor);
  expect(places.at(`/documents/${draft.slug}`)).toEqual({ is: 'page' });
  await expectAsAfterAStart(places, 'publishing');

  const slug = `${draft.slug}-moved`;
  await publish(item.id, await saved(item, { ...draft, slug }, editor), editor);
  expect(places.at(`/documents/${draft.slug}`)).toEqual({ is: 'redirect', to: `/documents/${slug}` });
  await expectAsAfterAStart(places, 'moving');

  await withdrawPage({ id: item.id, reason: 'It was wrong.', redirectTo: null, byId: editor.id });
  expect(places.at(`/documents/${slug}`)).toEqual({ is: 'withdrawn' });
  await expectAsAfterAStart(places, 'withdrawing');
  await publish(item.id, item.lockVersion + 1, editor);
  await trashResources([item.id], { byId: editor.id });
  expect(places.at(`/documents/${slug}`)).toBeUndefined();
  await expectAsAfterAStart(places, 'trashing');
  await untrashResource(item.id, { byId: editor.id });
  await expectAsAfterAStart(places, 'restoring');

  // A photo's own page and files are there as long as a page has it.
  const [photo] = await db()
    .insert(photos)
    .values({
      width: 9,
      height: 9,
      title: 'A photo of a test',
      licence: 'cc0/1.0',
      creditConfirmedAt: new Date(),
    })
    .returning();
  const hero = { photoId: photo?.id ?? 0, alt: 'A photo.', decorative: false, caption: null };
  watch(`/photos/${photo?.id}`);
  const version = item.lockVersion + 1;
  await publish(
    item.id,
    await saved({ ...item, lockVersion: version }, { ...draft, slug, hero }, editor),
    editor,
  );
  expect(places.at(`/photos/${photo?.id}`)).toEqual({ is: 'page' });
  await expectAsAfterAStart(places, 'showing a photo');
  await publish(
    item.id,
    await saved({ ...item, lockVersion: version + 1 }, { ...draft, slug }, editor),
    editor,
  );
  expect(places.at(`/photos/${photo?.id}`)).toBeUndefined();
  await db()
    .delete(photos)
    .where(eq(photos.id, photo?.id ?? 0));

  const topicDraft = readyTopic();
  watch(`/topics/${topicDraft.slug}`);
  const topic = await started('topic', editor, topicDraft);
  await publishTopicCopy({ id: topic.id, lockVersion: topic.lockVersion, withdrawn: false, byId: editor.id });
  expect(places.at(`/topics/${topicDraft.slug}`)).toEqual({ is: 'page' });
  await trashTopic(topic.id, { byId: editor.id });
  await trashResources([item.id], { byId: editor.id });
  await expectAsAfterAStart(places, 'trashing a topic');
  places.stop();
});

test('twenty changes at once are all there when each is done', async () => {
  const editor = await member('editor');
  const places = new Places();
  await places.load();
  const items = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const draft = await readyDraft('news');
      watch(`/news/${draft.slug}`);
      return { draft, item: await started('news', editor, draft) };
    }),
  );
  await Promise.all(
    items.map(async ({ draft, item }) => {
      await publish(item.id, item.lockVersion, editor);
      expect(places.at(`/news/${draft.slug}`), draft.slug).toEqual({ is: 'page' });
    }),
  );
  await trashResources(
    items.map(({ item }) => item.id),
    { byId: editor.id },
  );
  await expectAsAfterAStart(places, 'twenty changes');
  places.stop();
});
