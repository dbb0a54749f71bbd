// Presses Publish as an editor's browser does, and asks for the page at once. Run by save-to-public.mjs.
import { eq } from 'drizzle-orm';
import { closeDatabase, db } from '@/db/client';
import { topics } from '@/db/schema';
import { TOPIC } from './pages.mjs';

const [, , site = '', times = '1'] = process.argv;
process.env.BASE_URL = site;
// Of the journeys, which read where the site is when they are loaded.
const { readyDraft, saved, started } = await import('@/e2e/drafts');
const { member } = await import('@/e2e/members');
const { callAction, sessionOf } = await import('@/e2e/staff');

const [topic] = await db()
  .select({ id: topics.id })
  .from(topics)
  .where(eq(topics.slug, TOPIC.split('/').at(-1) ?? ''));
if (!topic) throw new Error('the demonstration site is not there');
const editor = await member('editor');
const cookie = await sessionOf(editor);

const results: { own: number; listed: number; first: boolean }[] = [];
for (let number = 0; number < Number(times); number += 2) {
  const day = new Date().toISOString().slice(0, 10);
  let draft = await readyDraft('news', { topicIds: [topic.id], day });
  const item = await started('news', editor, draft);
  results.push({ ...(await press(item.id, item.lockVersion, draft)), first: true });
  draft = { ...draft, title: `${draft.title}, once more` };
  const lockVersion = await saved(item, draft, editor);
  results.push({ ...(await press(item.id, lockVersion, draft)), first: false });
}
console.log(JSON.stringify(results));
await closeDatabase();
process.exit(0);

async function press(id: number, lockVersion: number, { slug, title }: { slug: string; title: string }) {
  const begun = performance.now();
  const { refused } = await callAction('publishResourceAction', { id, lockVersion }, { cookie });
  if (refused) throw new Error(refused.sentence);
  const own = await shows(`/news/${slug}`, title, begun);
  return { own, listed: await shows(TOPIC, title, begun) };
}

/** The very next answer has it, or the measurement is void. */
async function shows(path: string, title: string, begun: number): Promise<number> {
  const text = await (await fetch(site + path)).text();
  const took = performance.now() - begun;
  if (!text.includes(title)) throw new Error(`${path} was old`);
  return took;
}
