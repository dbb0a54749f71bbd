import postgres from 'postgres';
import { fire } from './fire.mjs';
import { TOPIC } from './pages.mjs';
import { residentMemory } from './processor.mjs';
import { published } from './published.mjs';
import { median, seconds } from './report.mjs';

/** @typedef {{ size: number, copy: import('./site.mjs').Copy, server?: import('./site.mjs').Server, took: Record<string, number[]> }} Grown */
/** @typedef {{ name: string, unit: (value: number) => string, pick: (values: number[]) => number, of: (grown: Grown) => Promise<number | number[]> }} Step */

const inSeconds = (/** @type {number} */ ms) => `${seconds(ms)} s`;
const inMs = (/** @type {number} */ ms) => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
const inMegabytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1e6)} MB`;

export const GENERATE = 'Generate all pages';
export const KEPT_PAGE = 'Topic page as kept: CPU of a request';

/** What else runs on the machine only adds to a long step, so its lowest is nearest to the truth. @param {number[]} values */
const lowest = (values) => Math.min(...values);

/** @type {Step[]} in this order: each takes the site as the one before left it */
export const STEPS = [
  { name: GENERATE, unit: inSeconds, pick: lowest, of: ({ copy }) => copy.generate() },
  {
    name: 'Cold start: process start to the first 200 of the topic page',
    unit: inSeconds,
    pick: lowest,
    of: coldStart,
  },
  {
    name: 'Resident memory then',
    unit: inMegabytes,
    pick: lowest,
    of: async ({ server }) => residentMemory(server?.pid ?? 0),
  },
  { name: 'First visit to a story nobody asked for before', unit: inMs, pick: median, of: firstVisits },
  { name: 'First visit to the last page of all news', unit: inMs, pick: median, of: lastPage },
  { name: KEPT_PAGE, unit: inMs, pick: lowest, of: keptPage },
  { name: 'Publish a story: transaction', unit: inMs, pick: median, of: published('committed') },
  {
    name: 'Publish a story: until the topic page lists it',
    unit: inMs,
    pick: median,
    of: published('listed'),
  },
  {
    name: 'Publish a story: until its own page answers',
    unit: inMs,
    pick: median,
    of: published('reachable'),
  },
];

/** @param {Grown} grown */
async function coldStart(grown) {
  grown.server = await grown.copy.start();
  return grown.server.coldStart;
}

/** The oldest stories, which are not rendered ahead. @param {Grown} grown */
async function firstVisits(grown) {
  const slugs = await ask(
    grown,
    (sql) => sql`select slug from resources where kind = 'news' order by day, id limit 6`,
  );
  const took = [];
  for (const { slug } of slugs) took.push(await visit(grown, `/news/${slug}`));
  return took;
}

/** @param {Grown} grown */
async function lastPage(grown) {
  const [counted] = await ask(
    grown,
    (sql) => sql`
    select ceil(count(*) / 10.0)::int as pages from resources where kind = 'news' and published_at is not null`,
  );
  return visit(grown, `/news/page/${counted?.pages}`);
}

/** @param {Grown} grown */
async function keptPage({ server }) {
  const target = { url: `${server?.url}${TOPIC}`, pid: server?.pid ?? 0 };
  await fire({ ...target, seconds: 2 });
  return (await fire({ ...target, seconds: 3 })).cpuMs;
}

/** @param {Grown} grown @param {string} path */
async function visit({ server }, path) {
  const begun = performance.now();
  const response = await fetch(`${server?.url}${path}`);
  await response.text();
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  return performance.now() - begun;
}

/** @param {Grown} grown @param {(sql: postgres.Sql) => Promise<Record<string, unknown>[]>} question */
async function ask({ copy }, question) {
  const sql = postgres(copy.env.DATABASE_URL ?? '', { max: 1 });
  return question(sql).finally(() => sql.end());
}
