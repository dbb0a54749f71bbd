import { cp, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { rawSql } from '@/db/client';
import { freePort } from '@/scripts/embedded/cluster.mjs';
import { startSite } from '@/scripts/testing/site.mjs';
import { announceAt } from './acts';
import { ask, expect, test } from './fixtures';
import { siteText } from './site-text';

type Webinar = Awaited<ReturnType<typeof announceAt>>;
const DIST = '.next-turns';
const minute = 60_000;

test.describe.configure({ mode: 'serial' });

/** One minute, from a few seconds after the beginning of the test to its end. */
test.describe('a webinar that nobody touches', { tag: '@changes' }, () => {
  let byAll: Webinar; // as it runs
  let byFront: Webinar; // its jobs are gone: only the clock of the process that is asked can turn it
  let byWorker: Webinar; // its start was moved behind the back of every process: only its job can
  let other: Awaited<ReturnType<typeof startSite>>; // a second process, which does no jobs

  test.beforeAll(async () => {
    test.setTimeout(90_000);
    await cp(process.env.DIST_DIR ?? '', DIST, { recursive: true });
    const port = String(await freePort());
    other = await startSite({ ...process.env, PORT: port, DIST_DIR: DIST, WORKER: 'off' });
    const start = new Date(Math.ceil(Date.now() / 1000) * 1000 + 10_000);
    byAll = await announceAt('climate', start);
    byFront = await announceAt('schools', start);
    await removeJobs(byFront);
    byWorker = await announceAt('collections', new Date(start.getTime() + 60 * minute));
    for (const webinar of [byAll, byFront, byWorker]) await seenBefore(webinar);
    await sleep(500); // every process has read the addresses and the turns
    await moveUnseen(byWorker, start);
    await sleep(start.getTime() - Date.now());
  });

  test.afterAll(async () => {
    await other?.stop();
    await rm(DIST, { recursive: true, force: true });
  });

  test('is under way for the very first visitor after its start, on its page and on the lists', async () => {
    expect(Date.now() - byAll.startsAt.getTime()).toBeLessThan(1_000);
    expect(await siteText(byAll.address)).toContain('Under way now.');
    for (const list of ['/topics/climate', '/webinars', '/'])
      expect(await around(list, byAll), list).toContain('Under way');
  });

  test('is under way in a process whose own clock alone knows', async () => {
    expect(await siteText(byFront.address, other.url)).toContain('Under way now.');
    expect(await around('/topics/schools', byFront, other.url)).toContain('Under way');
  });

  test('is under way in every process once the job has said so, a second after the start', async () => {
    for (const of of [undefined, other.url])
      await expect(async () => {
        expect(await siteText(byWorker.address, of)).toContain('Under way now.');
        expect(await around('/topics/collections', byWorker, of)).toContain('Under way');
      }).toPass({ timeout: 2_500, intervals: [50] });
  });

  test('has been held for the very first visitor after its end, and is among the newest of its topic', async () => {
    test.setTimeout(90_000);
    await sleep(byAll.startsAt.getTime() + minute - Date.now());
    const page = await siteText(byAll.address);
    expect(page).toContain('This webinar has been held.');
    expect(page).not.toContain('Under way');
    const topic = await siteText('/topics/climate');
    expect(topic.indexOf(byAll.title)).toBeGreaterThan(topic.indexOf('Most Recently Added'));
    for (const list of ['/webinars', '/'])
      expect(await around(list, byAll), list).not.toMatch(/Under way|Upcoming/);
    expect(await siteText(byFront.address, other.url)).toContain('This webinar has been held.');
    await expect(async () => {
      for (const of of [undefined, other.url])
        expect(await siteText(byWorker.address, of)).toContain('This webinar has been held.');
    }).toPass({ timeout: 2_500, intervals: [50] });
  });

  /** Read in both processes, and not yet begun. */
  async function seenBefore(webinar: Webinar) {
    for (const of of [undefined, other.url])
      await expect(async () => {
        expect((await ask(webinar.address, of ? { of } : {})).status).toBe(200);
        for (const page of [webinar.address, '/topics/climate', '/topics/schools', '/topics/collections'])
          expect(await siteText(page, of)).not.toContain('Under way now.');
      }).toPass({ timeout: 3_000 });
    const page = await siteText(webinar.address, other.url);
    expect(page).not.toMatch(/Under way|has been held/);
    await siteText('/webinars');
    await siteText('/');
  }
});

/** What a page says from a webinar's title on, as far as its own entry goes. */
async function around(page: string, { title }: Webinar, of?: string) {
  const text = await siteText(page, of);
  const at = text.indexOf(title);
  return at < 0 ? '' : text.slice(at, at + title.length + 60);
}

const removeJobs = ({ id }: Webinar) =>
  rawSql()`select graphile_worker.remove_job(key) from unnest(${[`webinar:${id}:start`, `webinar:${id}:end`]}::text[]) as key`;

/** Nothing is told to anybody, as if the processes' own lists of turns were wrong. */
async function moveUnseen(webinar: Webinar, startsAt: Date) {
  const endsAt = new Date(startsAt.getTime() + minute);
  await rawSql()`update webinars set starts_at = ${startsAt}, ends_at = ${endsAt},
    local_start = (${startsAt}::timestamptz at time zone 'UTC') + make_interval(mins => offset_minutes)
    where resource_id = ${webinar.id}`;
  const payload = rawSql().json({ resourceId: webinar.id });
  for (const [turn, at] of [
    ['start', startsAt],
    ['end', endsAt],
  ] as const)
    await rawSql()`select graphile_worker.add_job('turn-webinar', ${payload}::json, run_at => ${at},
      job_key => ${`webinar:${webinar.id}:${turn}`})`;
}
