import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { freePort } from '../scripts/embedded/cluster.mjs';
import { ask, expect, test } from './fixtures';

type Started = { child: ChildProcess; url: string; printed: () => string };

const started: Started[] = [];
test.afterEach(async () => {
  for (const { child } of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

/** As an operator would, with settings of its own and none of the test's. */
async function start(settings: Record<string, string>, ...args: string[]): Promise<Started> {
  const port = settings.PORT ?? String(await freePort());
  const { DATABASE_URL, SITE_URL, DIST_DIR, BASE_URL, ...env } = process.env;
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    env: { ...env, ...settings, PORT: port },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const site = { child, url: `http://localhost:${port}`, printed: () => text };
  started.push(site);
  return site;
}

const answers = async (site: Started) => {
  const ready = async () =>
    site.child.exitCode === null ? (await ask('/', { of: site.url })).status : site.printed();
  await expect.poll(() => ready().catch(() => 0), { timeout: 60_000 }).toBe(200);
};

/** What an operator reads when a start is refused: one line, after npm's own. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const { child, printed } = await start(settings);
  await once(child, 'close');
  expect(child.exitCode).toBe(1);
  const lines = printed().trim().split('\n');
  expect(lines, printed()).toHaveLength(1);
  return lines[0] ?? '';
}

test('an operator whose port is taken is told so, and how to go on @changes', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  expect(await refusal({ PORT: String(port) })).toBe(
    `Port ${port} is in use by another program. Stop it, or start with PORT=${port + 1} npm start.`,
  );
  other.close();
});

test('an operator whose database does not answer is told which, without its password @changes', async () => {
  const port = await freePort();
  expect(await refusal({ DATABASE_URL: `postgres://me:secret@127.0.0.1:${port}/site` })).toBe(
    `The database at 127.0.0.1:${port} does not answer. Start it, or unset DATABASE_URL to use the embedded one.`,
  );
});

test('an operator who mistypes a setting is told which @changes', async () => {
  expect(await refusal({ SITE_URL: 'example' })).toBe(
    'The setting SITE_URL is not an address such as https://example.org.',
  );
  expect(await refusal({ PORT: 'many' })).toBe('The setting PORT is not a number from 1 to 65535.');
});

test('two empty copies run side by side, and one that is killed comes back with its data @changes', async () => {
  test.setTimeout(180_000);
  const folders = [await mkdtemp('.data-test/copy-'), await mkdtemp('.data-test/copy-')] as const;
  const [one, other] = [
    await start({ DATA_DIR: folders[0] }, '--empty'),
    await start({ DATA_DIR: folders[1], SITE_URL: 'https://library.example' }, '--empty'),
  ];
  for (const site of [one, other]) {
    await answers(site);
    expect((await ask('/', { of: site.url })).text).toContain('Nothing has been published yet.');
    expect((await ask('/topics', { of: site.url })).text).toContain('No topic has been published yet.');
    expect((await ask('/webinars', { of: site.url })).text).toContain(
      'No webinar is announced at the moment.',
    );
    expect((await ask('/credits', { of: site.url })).text).toContain('No photo is in use yet.');
    expect((await ask('/news/nothing', { of: site.url })).status).toBe(404);
  }
  expect((await ask('/', { of: one.url })).text).toContain(
    `rel="canonical" href="${one.url}/"`.replace('/"', '"'),
  );
  expect((await ask('/', { of: other.url })).text).toContain(
    'rel="canonical" href="https://library.example"',
  );

  one.child.kill('SIGKILL');
  await once(one.child, 'exit');
  // The server notices that whoever started it is gone, and goes too.
  await expect
    .poll(
      () =>
        ask('/', { of: one.url }).then(
          () => 'there',
          () => 'gone',
        ),
      { timeout: 15_000 },
    )
    .toBe('gone');
  await answers(other);

  // It was to stay empty, and does so without being told again.
  const again = await start({ DATA_DIR: folders[0], PORT: new URL(one.url).port });
  await answers(again);
  expect((await ask('/topics', { of: again.url })).text).toContain('No topic has been published yet.');
  expect((await ask('/topics/partnerships', { of: again.url })).status).toBe(404);

  for (const site of [again, other]) {
    site.child.kill('SIGINT');
    await once(site.child, 'exit');
  }
  for (const folder of folders) await rm(`${folder}`, { recursive: true, force: true });
});
