// Presses Publish as an editor's browser does, asks for the page at once, and waits until another process of the site
// serves it, too. Run by two-processes.mjs.
import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { closeDatabase, db } from '@/db/client';
import { topics } from '@/db/schema';
import { TOPIC } from './pages.mjs';

const [, , site = '', other = '', times = '1'] = process.argv;
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

type Took = { own: number; listed: number; elsewhere: number };
const results: Took[] = [];
for (let number = 0; number < Number(times); number += 2) {
  const day = new Date().toISOString().slice(0, 10);
  let draft = await readyDraft('news', { topicIds: [topic.id], day });
  const item = await started('news', editor, draft);
  results.push(await press(item.id, item.lockVersion, draft));
  draft = { ...draft, title: `${draft.title}, once more` };
  const lockVersion = await saved(item, draft, editor);
  results.push(await press(item.id, lockVersion, draft));
}
console.log(JSON.stringify(results));
await closeDatabase();
process.exit(0);

async function press(id: number, lockVersion: number, draft: { slug: string; title: string }): Promise<Took> {
  const page = `/news/${draft.slug}`;
  const begun = performance.now();
  const { refused } = await callAction('publishResourceAction', { id, lockVersion }, { cookie });
  if (refused) throw new Error(refused.sentence);
  const own = await shows(page, draft.title, begun);
  const [listed, elsewhere] = await Promise.all([
    shows(TOPIC, draft.title, begun),
    comesToShow(page, draft.title, begun),
  ]);
  return { own, listed, elsewhere };
}

/** The very next answer has it, or the measurement is void. */
async function shows(path: string, title: string, begun: number): Promise<number> {
  const text = await (await fetch(site + path)).text();
  const took = performance.now() - begun;
  if (!text.includes(title)) throw new Error(`${path} was old`);
  return took;
}

/** The other process is asked again and again: what it serves meanwhile is old. */
async function comesToShow(path: string, title: string, begun: number): Promise<number> {
  for (;;) {
    const text = await (await fetch(other + path)).text();
    const took = performance.now() - begun;
    if (text.includes(title)) return took;
    if (took > 30_000) throw new Error(`${path} stays old in the other process`);
    await wait(5);
  }
}
