import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '@/scripts/embedded/cluster.mjs';
import { unique } from './acts';
import { ask, expect, test } from './fixtures';
import { linkIn, mailTo } from './mailbox';
import { operatorsEnv } from './own-site';
import { siteText } from './site-text';
import { begin, field, isSaved, publish, writeText } from './writing';

const dataDir = '.data-test/own-several';

test.describe('two web processes and a worker on one database', { tag: '@changes' }, () => {
  let site: Awaited<ReturnType<typeof severalProcesses>>;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    site = await severalProcesses();
  });
  test.afterAll(() => site?.stop());

  test('are one site: an editor comes in by mail, writes and publishes through both, and both show it', async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ baseURL: site.url });
    const admin = await context.newPage();
    await admin.goto(/http\S+\/sign-in\/\S+/.exec(site.printed())?.[0] ?? '');
    await admin.getByLabel('Your name').fill('Ada First');
    await admin.getByLabel('Your mail address').fill('ada@several.example.org');
    await admin.getByRole('button', { name: 'Sign in' }).click();
    await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Desk');
    // The worker, a process of its own, sends the mail.
    const mail = `${unique('edda')}@several.example.org`;
    await admin.goto('/admin/people');
    await field(admin, 'Name').fill('Edda Editor');
    await field(admin, 'Mail address').fill(mail);
    await field(admin, 'Role').selectOption('editor');
    await admin.getByRole('button', { name: 'Invite' }).click();
    await expect(admin.getByRole('heading', { name: 'Edda Editor' })).toBeVisible();

    const page = await (await browser.newContext({ baseURL: site.url })).newPage();
    await page.goto(linkIn(await mailTo(mail)));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Desk');
    await page.goto('/admin/topics');
    await begin(page, 'Begin a topic');
    await field(page, 'Title').fill('Work Across Processes');
    await writeText(page, 'Introduction', 'Whoever asks either of them reads the same. '.repeat(3));
    await isSaved(page);
    await publish(page);
    await page.goto('/admin');
    await begin(page, 'Write a story');
    await field(page, 'Title').fill('Two of a Kind');
    await field(page, 'Summary').fill('Both processes tell this.');
    await field(page, 'Teaser').fill('Both processes tell this, within a second.');
    await page.getByRole('checkbox', { name: 'Work Across Processes' }).check();
    await writeText(page, 'Text', 'A text that is long enough to be read, and to be told twice. '.repeat(3));
    await isSaved(page);
    await publish(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two of a Kind');

    const address = new URL(page.url()).pathname;
    await expect(async () => {
      for (const of of site.processes) {
        const headers = { host: new URL(site.url).host };
        expect((await ask(address, { of, headers })).text).toContain('Both processes tell this.');
        expect(await siteText('/topics/work-across-processes', of, headers)).toContain('Two of a Kind');
      }
    }).toPass({ timeout: 1_000, intervals: [20] });
    // Each had its part in this.
    expect(Math.min(...site.asked())).toBeGreaterThan(20);
  });

  test('end together, and leave the database in order', async () => {
    await site.stop();
    expect(site.printed()).toMatch(/2 web processes and a worker are there/);
    for (const of of site.processes) await expect(ask('/', { of, patience: 2_000 })).rejects.toThrow();
  });
});

/** `npm run several`, and before it a proxy that asks the one and the other in turn. */
async function severalProcesses() {
  await rm(dataDir, { recursive: true, force: true });
  const first = await freePorts();
  const ports = [first, first + 1];
  const asked = [0, 0];
  let turn = 0;
  const proxy = http.createServer((request, response) => {
    turn = (turn + 1) % 2;
    asked[turn] = (asked[turn] ?? 0) + 1;
    const { method, url: path, headers } = request;
    const on = http.request({ host: '127.0.0.1', port: ports[turn], method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    on.on('error', () => response.destroy());
    request.pipe(on);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(proxy.address() as AddressInfo).port}`;
  const child = spawn(process.execPath, ['scripts/several.mjs', '2', '--empty'], {
    env: operatorsEnv({ DATA_DIR: dataDir, PORT: String(first), SITE_URL: url }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        printed += chunk;
        if (printed.includes('a worker are there')) resolve();
      });
    closed.then(() => reject(new Error(`npm run several ended.\n${printed}`)));
  });
  let stopped = false;
  return {
    url,
    processes: ports.map((port) => `http://localhost:${port}`),
    printed: () => printed,
    asked: () => asked,
    async stop() {
      if (stopped) return;
      stopped = true;
      child.kill('SIGTERM');
      await closed;
      proxy.closeAllConnections();
      proxy.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Two in a row. */
async function freePorts(): Promise<number> {
  for (;;) {
    const port = await freePort();
    const next = http.createServer().listen(port + 1, '127.0.0.1');
    const isFree = await Promise.race([
      once(next, 'listening').then(() => true),
      once(next, 'error').then(() => false),
    ]);
    await new Promise((resolve) => next.close(resolve));
    if (isFree) return port;
  }
}
