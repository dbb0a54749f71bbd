// Publishes a new story in a topic while the site runs, and waits until visitors see it. Run by published.mjs and soak.mjs:
// node --import tsx bench/publish.ts http://127.0.0.1:3000 5
import { eq } from 'drizzle-orm';
import { closeDatabase, db } from '@/db/client';
import { resources, topics } from '@/db/schema';
import { createResource, publishResource } from '@/features/resources/mutations';
import { TOPIC } from './pages.mjs';

const [, , site = '', times = '1'] = process.argv;
const [topic] = await db()
  .select({ id: topics.id })
  .from(topics)
  .where(eq(topics.slug, TOPIC.split('/').at(-1) ?? ''));
const [like] = await db().select().from(resources).where(eq(resources.kind, 'news')).limit(1);
if (!topic || !like?.body) throw new Error('the demonstration site is not there');
const body = like.body;

const blank = {
  summary: null,
  teaser: null,
  correctedOn: null,
  reviewedOn: null,
  textLicence: null,
  authorIds: [],
  presenterIds: [],
  attachments: [],
  links: [],
};

const results: { committed: number; listed: number; reachable: number }[] = [];
for (let number = 1; number <= Number(times); number++) {
  const slug = `published-${Date.now()}`;
  const id = await createResource({ kind: 'news', slug });
  const begun = performance.now();
  await publishResource(id, {
    ...blank,
    title: slug,
    body,
    day: new Date().toISOString().slice(0, 10),
    topicIds: [topic.id],
  });
  const committed = performance.now() - begun;
  const listed = await until(TOPIC, (text) => text.includes(`/news/${slug}`), begun);
  const reachable = await until(`/news/${slug}`, (_, status) => status === 200, begun);
  results.push({ committed, listed, reachable });
}
console.log(JSON.stringify(results));
await closeDatabase();

/** Milliseconds from the beginning of the write to the answer that is waited for. */
async function until(
  path: string,
  good: (text: string, status: number) => boolean,
  begun: number,
): Promise<number> {
  for (;;) {
    const response = await fetch(site + path);
    if (good(await response.text(), response.status)) return performance.now() - begun;
    if (performance.now() - begun > 30_000) throw new Error(`${path} stays old`);
  }
}
