import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '@/scripts/embedded/cluster.mjs';
import { unique } from './acts';
import { barriersOn } from './axe';
import { ask, expect, kinds, postForm, test } from './fixtures';
import { member } from './members';
import { type OwnSite, operatorsEnv, ownSite, refusedStart } from './own-site';

const refusals: [what: string, settings: Record<string, string>, says: RegExp][] = [
  ['a port that is taken', { PORT: process.env.PORT ?? '' }, /^Port \d+ is in use/],
  ['a port that is none', { PORT: 'abc' }, /^The setting PORT is not/],
  [
    'a database that does not answer',
    { DATABASE_URL: 'postgres://someone:secret-word@127.0.0.1:1/site' },
    /^The database at 127\.0\.0\.1:1 does not answer/,
  ],
  ['a database of another make', { DATABASE_URL: 'mysql://localhost/site' }, /DATABASE_URL/],
  ['an address that is none', { SITE_URL: 'commonshelf' }, /^The setting SITE_URL is not/],
  ['a worker that is neither on nor off', { WORKER: 'maybe' }, /^The setting WORKER is neither/],
  ['a proxy that is none', { TRUSTED_PROXIES: 'my proxy' }, /^The setting TRUSTED_PROXIES is not/],
];

for (const [what, settings, says] of refusals)
  test(`an operator who sets ${what} reads one line that says so`, async () => {
    const defaults = {
      PORT: '0',
      DATA_DIR: '.data-test/refused',
      DATABASE_URL: process.env.DATABASE_URL ?? '',
    };
    const { code, out, err } = await refusedStart({ ...defaults, PORT: '31999', ...settings });
    expect(code).toBe(1);
    expect(err.trim()).toMatch(says);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out + err).not.toContain('secret-word');
    expect(out).not.toContain('Generating');
  });

test.describe('an operator who starts empty', { tag: '@changes' }, () => {
  let site: OwnSite;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    site = await ownSite('empty', { args: ['--empty'] });
  });
  test.afterAll(() => site?.stop());

  test('has a site beside the other that says what will stand there', async ({ page }) => {
    for (const address of ['/', '/topics', '/news', '/webinars', '/credits', '/accessibility', '/privacy']) {
      const response = await page.goto(site.url + address);
      expect(response?.status(), address).toBe(200);
      await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(/\w/);
      const main = await page.getByRole('main').innerText();
      expect(main.replace(/\s+/g, ' ').length, `${address} says: ${main}`).toBeGreaterThan(40);
      expect(await barriersOn(page), address).toEqual([]);
      expect((await ask(address)).status, `${address} of the other site`).toBe(200);
    }
    for (const list of ['/', '/topics', '/news', '/webinars', '/credits']) {
      await page.goto(site.url + list);
      await expect(page.getByRole('main'), list).toContainText(/nothing|no |yet|first/i);
    }
    expect((await ask(kinds['a story'], { of: site.url })).status).toBe(404);
    expect((await ask('/health/ready', { of: site.url })).status).toBe(200);
  });
});

test.describe('an operator at the terminal', { tag: '@changes' }, () => {
  const staff = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['scripts/staff.mjs', ...args]).then(
      ({ stdout }) => stdout.trim(),
      ({ stderr }) => `refused: ${String(stderr).trim()}`,
    );

  test('invites, lists, changes and disables staff, and prints a link for one who lost their mail', async () => {
    const mail = `${unique('operator')}@example.org`;
    // Who is the last admin cannot be demoted.
    await member('admin');
    expect(await staff('invite', mail, 'editor', 'Olga', 'Operator')).toContain(
      'Olga Operator is on the list',
    );
    expect(await staff('invite', mail, 'editor', 'Again')).toBe(
      'refused: Somebody with this mail address is on the list already.',
    );
    expect(await staff('invite', 'nobody', 'editor', 'N')).toMatch(/^refused: Write one mail address/);
    expect(await staff('list')).toContain(`${mail}  editor  Olga Operator`);
    expect(await staff('role', mail, 'admin')).toBe('Olga Operator is admin now.');
    const link = await staff('link', mail);
    const token = link.split('/').at(-1) ?? '';
    expect((await postForm('/sign-in/enter', { token })).headers.location).toBe('/admin');
    expect(await staff('role', mail, 'contributor')).toBe('Olga Operator is contributor now.');
    expect(await staff('disable', mail)).toContain('disabled');
    expect(await staff('link', mail)).toMatch(/^refused: Olga Operator is disabled/);
    expect(await staff('nonsense')).toMatch(/^refused: npm run staff/);
  });

  test('stops everything with Ctrl-C; what is under way is finished, and the data stays', async () => {
    test.setTimeout(120_000);
    const dataDir = '.data-test/own-ctrl-c';
    const settings = { DATA_DIR: dataDir, PORT: String(await freePort()) };
    const start = spawn('npm', ['start', '--', '--empty'], {
      env: operatorsEnv(settings),
      stdio: ['ignore', 'pipe', 'inherit'],
      // A group of its own, which a terminal would signal as a whole.
      detached: true,
    });
    const closed = once(start, 'close');
    await new Promise<void>((resolve) => {
      start.stdout.on('data', (chunk) => String(chunk).includes('Commonshelf is at') && resolve());
    });
    const form = await halfSent(settings.PORT);
    process.kill(-Number(start.pid), 'SIGINT');
    await sleep(1_000);
    const answer = await form.finish();
    expect(answer).toMatch(/^HTTP\/1\.1 303 /);
    expect(answer).toContain('location: /sign-in?wrong=mail');
    const began = Date.now();
    await closed;
    expect(Date.now() - began).toBeLessThan(10_000);
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pgid=']);
    expect(stdout.split('\n').map(Number)).not.toContain(start.pid);
    expect(existsSync(`${dataDir}/postgres/data/postmaster.pid`)).toBe(false);
    expect(existsSync(`${dataDir}/postgres/data/PG_VERSION`)).toBe(true);
  });
});

/** A form of which half has come; `finish` sends the rest and gives what is answered. */
async function halfSent(port: string) {
  const body = 'mail=not-an-address';
  const socket = connect(Number(port), '127.0.0.1');
  const own = `localhost:${port}`;
  const head = [
    'POST /sign-in/link HTTP/1.1',
    `Host: ${own}`,
    `Origin: http://${own}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 5)}`);
  await sleep(200);
  return {
    async finish(): Promise<string> {
      socket.write(body.slice(5));
      const chunks = await socket.toArray();
      return Buffer.concat(chunks).toString();
    },
  };
}
