import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { unique } from './acts';
import { barriersOn } from './axe';
import { ask, expect, test } from './fixtures';
import { type OwnSite, operatorsEnv, ownSite } from './own-site';
import { siteText } from './site-text';

const seen = [
  '/',
  '/topics',
  '/topics/spaces',
  '/topics/partnerships',
  '/news',
  '/webinars',
  '/news/quiet-hour-every-tuesday',
  '/webinars/hotspots-without-headaches',
  '/documents/hotspot-lending-policy',
  '/credits',
  '/photos/2',
  '/sitemap.xml',
];
/** What shows a new story of the topic "spaces". */
const touched = ['/', '/news', '/topics/spaces', '/sitemap.xml'];

const NEVER_ASKED = '/news/page/2';

test.describe.configure({ mode: 'serial' });

test.describe('when something breaks', { tag: '@changes' }, () => {
  let site: OwnSite;
  let unseen: string;
  let load: ReturnType<typeof underLoad> | undefined;
  const get = (target: string) => ask(target, { of: site.url, patience: 10_000 });

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    site = await ownSite('broken');
    for (const page of seen) expect((await get(page)).status, page).toBe(200);
  });
  test.afterAll(async () => {
    await load?.stop();
    await site?.stop();
  });

  test('a visitor reads on while the database is away, and everything works within five seconds of its return', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const url = await site.databaseUrl();
    // Published and not visited: the lists are old when the database goes, the story was never seen.
    unseen = (await publish(url, 'spaces', unique('Before'))).address;
    load = underLoad(site.url);
    await site.stopDatabase();
    await sleep(1_500);

    for (const address of seen) {
      const began = Date.now();
      const { status, headers } = await get(address);
      expect(status, address).toBe(200);
      if (touched.includes(address)) expect(headers['x-page'], address).toBe('stale');
      expect(Date.now() - began, `milliseconds for ${address}`).toBeLessThan(3_000);
    }
    // What was just published is ready already; the list's further pages nobody asked for.
    const trouble = await get(NEVER_ASKED);
    expect(trouble.status).toBe(503);
    expect(trouble.headers['retry-after']).toMatch(/^\d+$/);
    expect(trouble.headers['cache-control']).toBe('no-store');
    await page.goto(site.url + NEVER_ASKED);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something went wrong on our side');
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    expect(await barriersOn(page)).toEqual([]);
    // Who signs in is told, and types the address once.
    await page.goto(`${site.url}/sign-in`);
    await page.getByLabel('Mail address').fill('ada@example.org');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByRole('alert').first()).toContainText('We cannot look you up just now');
    await expect(page.getByLabel('Mail address')).toHaveValue('ada@example.org');
    expect((await get('/news/never-written')).status).toBe(404);
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(503);

    const database = await site.startDatabase();
    const back = Date.now();
    const left = () => 5_000 - (Date.now() - back);
    const title = unique('After');
    const [, published] = await Promise.all([
      expect(async () => {
        expect((await get('/health/ready')).status).toBe(200);
        expect((await get(unseen)).status).toBe(200);
        for (const address of touched)
          expect((await get(address)).headers['x-page'], address).toBeUndefined();
      }).toPass({ timeout: left(), intervals: [100] }),
      publish(database.url, 'spaces', title),
    ]);
    // It hears again what others change, and its worker does jobs again.
    await expect(async () => {
      expect((await get(published.address)).status).toBe(200);
      expect(await siteText('/news', site.url)).toContain(title);
    }).toPass({ timeout: left(), intervals: [100] });
    await expectJobDone(database.url, left());

    const statuses = await load.stop();
    load = undefined;
    expect(Object.keys(statuses)).toEqual(['200']);
    expect(statuses[200]).toBeGreaterThan(100);
  });

  test('a visitor reads on while no page can be rendered, but nothing that shows what was taken away', async () => {
    const sql = postgres(await site.databaseUrl(), { max: 1, onnotice: () => {} });
    const told = (tags: string[], removed: boolean) =>
      sql.notify('tags_changed', JSON.stringify({ from: 'a test', tags, removed }));
    for (const page of seen) expect((await get(page)).status, page).toBe(200);
    try {
      // Whoever asks for anything gets an error, and the database answers all the same.
      await sql`alter table resources rename to resources_away`;
      await told(['list:news', 'list:newest'], false);
      await expect.poll(async () => (await get('/news')).headers['x-page']).toBe('stale');
      for (const page of seen) expect((await get(page)).status, page).toBe(200);
      const trouble = await get(NEVER_ASKED);
      expect([trouble.status, trouble.headers['retry-after']]).toEqual([503, '30']);
      await told(['list:newest'], true);
      await expect.poll(async () => (await get('/')).status).toBe(503);
      expect((await get('/privacy')).status).toBe(200);
    } finally {
      await sql`alter table resources_away rename to resources`;
      await sql.end();
    }
    for (const page of [...seen, NEVER_ASKED]) {
      const { status, headers } = await get(page);
      expect([status, headers['x-page']], page).toEqual([200, undefined]);
    }
  });

  test('a visitor finds everything, and nothing old, after the app was killed and started again', async () => {
    test.setTimeout(120_000);
    const url = await site.databaseUrl();
    const before = unique('Killed');
    const between = unique('Meanwhile');
    await publish(url, 'spaces', before);
    await site.kill();
    await publish(url, 'spaces', between);
    await site.startAgain();
    const news = await siteText('/news', site.url);
    expect(news).toContain(before);
    expect(news).toContain(between);
    for (const page of [...seen, unseen]) expect((await get(page)).status, page).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
  });
});

async function publish(url: string, topic: string, title: string): Promise<{ id: number; address: string }> {
  const env = operatorsEnv({ DATABASE_URL: url });
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'e2e/act.ts', topic, title], { env });
  return JSON.parse(stdout);
}

/** Eight visitors who never pause; how often each status was seen. */
function underLoad(of: string) {
  const statuses: Record<string, number> = {};
  let going = true;
  const visitor = async (number: number) => {
    for (let turn = number; going; turn++) {
      const address = seen[turn % seen.length] ?? '/';
      const { status } = await ask(address, { of, patience: 10_000 });
      statuses[status] = (statuses[status] ?? 0) + 1;
      await sleep(5);
    }
  };
  const visitors = Array.from({ length: 8 }, (_, number) => visitor(number));
  return {
    async stop() {
      going = false;
      await Promise.all(visitors);
      return statuses;
    },
  };
}

async function expectJobDone(url: string, timeout: number) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [webinar] = await sql`select resource_id as id from webinars limit 1`;
  const [{ now } = { now: new Date() }] = await sql`select clock_timestamp() as now`;
  await sql`select graphile_worker.add_job('turn-webinar', ${sql.json({ resourceId: webinar?.id })}::json)`;
  await expect(async () => {
    const done = await sql`select 1 from tag_times
      where tag = ${`resource:${webinar?.id}`} and changed_at > ${now}`;
    expect(done).toHaveLength(1);
  }).toPass({ timeout, intervals: [100] });
  await sql.end();
}
