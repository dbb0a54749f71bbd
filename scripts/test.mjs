// npm test: the site as it is run, and then every check and every test. `npm test -- e2e fresh` does one part alone,
// here the journeys whose file is named "fresh".
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { freePort } from './embedded/cluster.mjs';
import { prepare } from './prepare.mjs';
import { playwrightCounts, vitestCounts } from './testing/counts.mjs';
import { startSite } from './testing/site.mjs';

/** @typedef {import('./testing/counts.mjs').Counts} Counts */

const DATA_DIR = '.data-test';
const RESULTS = path.join(DATA_DIR, 'results');
const SETTINGS = [
  'DATABASE_URL',
  'SITE_URL',
  'HOST',
  'WORKER',
  'TRUSTED_PROXIES',
  'AUTH_SECRET',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'SMTP_URL',
  'MAIL_FROM',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_NAME',
];
const [only, ...rest] = process.argv.slice(2);

/** @type {Counts} */
const total = { passed: 0, failed: 0, failures: [] };
/** @type {(() => Promise<unknown> | unknown)[]} what is to be undone, the latest first */
const endings = [];
const stopped = new AbortController();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => stopped.abort(new Error('Stopped.')));

try {
  const env = await testSite();
  await part('checks', checks);
  await part('unit', () => vitest(env));
  await part('e2e', async () => {
    // What changes the site comes alone and last; the rest only reads, and may do so at once.
    for (const project of ['reading', 'changing']) await playwright(project, env);
  });
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
} finally {
  for (const end of endings.reverse()) await Promise.resolve(end()).catch((error) => fail(String(error)));
}
report();

/** The site of the tests: its own data, its own pages, its own port. Nothing of the operator's settings counts. */
async function testSite() {
  for (const name of SETTINGS) delete process.env[name];
  const port = await freePort();
  process.env.PORT = String(port);
  await removeDatabase();
  await mkdir(RESULTS, { recursive: true });
  const { env: prepared, stop } = await prepare({ dataDir: DATA_DIR, fsync: false, say: console.log });
  endings.push(stop, () => rm(prepared.DIST_DIR, { recursive: true, force: true }));
  // After the preparation, which installs what it is made of.
  const { openMailbox } = await import('./testing/mailbox.mjs');
  const mailbox = await openMailbox(path.join(DATA_DIR, 'mail'));
  endings.push(mailbox.close);
  const env = {
    ...prepared,
    CHROMIUM_PATH: ensureChromium(),
    BASE_URL: `http://localhost:${port}`,
    SMTP_URL: mailbox.url,
    MAILBOX: mailbox.folder,
  };
  stopped.signal.throwIfAborted();
  const log = createWriteStream(path.join(RESULTS, 'site.log'));
  const site = await startSite({ ...env, PORT: String(port) }, log);
  endings.push(site.stop);
  return { ...env, SITE_PID: String(site.pid) };
}

/** A database of an earlier run, so that what starts soon does start soon. */
async function removeDatabase() {
  const folder = path.join(DATA_DIR, 'postgres');
  if (existsSync(path.join(folder, 'data/postmaster.pid'))) {
    const { startEmbedded } = await import('./embedded-postgres.mjs');
    const left = await startEmbedded({ dataDir: DATA_DIR, fsync: false });
    await left.stop();
    if (existsSync(path.join(folder, 'data/postmaster.pid')))
      throw new Error('Another test run is using .data-test: wait for its end.');
  }
  // As root it is a link to where the server's account may go.
  await rm(`${folder}/`, { recursive: true, force: true }).catch(() => {});
  await rm(folder, { recursive: true, force: true });
}

/** @param {string} name @param {() => Promise<void>} run */
async function part(name, run) {
  if (only && only !== name) return;
  stopped.signal.throwIfAborted();
  const began = Date.now();
  console.log(`\n— ${name}`);
  await run();
  console.log(`— ${name} took ${Math.round((Date.now() - began) / 1000)} s`);
}

async function checks() {
  const { checks } = await import(pathToFileURL('scripts/check.mjs').href);
  for (const check of checks) {
    stopped.signal.throwIfAborted();
    try {
      await check.run();
      total.passed += 1;
      console.log(`  ✓ ${check.name}`);
    } catch (error) {
      fail(`${check.name}\n${error instanceof Error ? error.message : error}`);
    }
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function vitest(env) {
  const file = path.join(RESULTS, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...rest];
  await tool(['node_modules/vitest/vitest.mjs', ...args], env, file);
  add(await vitestCounts(file));
}

/** @param {string} project @param {NodeJS.ProcessEnv} env */
async function playwright(project, env) {
  const file = path.join(RESULTS, `${project}.json`);
  const args = ['test', `--project=${project}`, '--pass-with-no-tests', ...rest];
  await tool(['node_modules/@playwright/test/cli.js', ...args], { ...env, RESULTS_FILE: file }, file);
  add(await playwrightCounts(file));
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @param {string} file its report, an older one of which must not count */
async function tool(args, env, file) {
  stopped.signal.throwIfAborted();
  await rm(file, { force: true });
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const end = () => child.kill('SIGTERM');
  stopped.signal.addEventListener('abort', end);
  await new Promise((resolve) => child.once('close', resolve));
  stopped.signal.removeEventListener('abort', end);
  stopped.signal.throwIfAborted();
}

/** @param {Counts} counts */
function add({ passed, failed, failures }) {
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
}

/** @param {string} what */
function fail(what) {
  add({ passed: 0, failed: 1, failures: [what] });
}

function report() {
  if (total.passed + total.failed === 0) fail('There was no test.');
  if (total.failures.length > 0) console.log(`\nFailures\n`);
  for (const failure of total.failures) console.log(`✗ ${failure}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
