import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../scripts/embedded/cluster.mjs';
import { prepare } from '../scripts/prepare.mjs';
import { run } from '../scripts/run.mjs';
import { TOPIC } from './pages.mjs';

// Never somebody's own database or settings: a measurement fills what it finds and throws it away.
for (const name of ['DATABASE_URL', 'SITE_URL', 'PORT', 'HOST', 'DIST_DIR', 'WORKER'])
  delete process.env[name];

/** @type {Set<() => Promise<unknown>>} */
const open = new Set();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, () => closeAll().finally(() => process.exit(1)));

/** @typedef {Awaited<ReturnType<typeof openCopy>>} Copy */
/** @typedef {Awaited<ReturnType<Copy['start']>>} Server */

/**
 * A copy of the site with a database, pages and a port of its own, gone without a trace when it is closed.
 * @param {number} [resources] filled up to so many; without it, as many as the demonstration has
 */
export async function openCopy(resources) {
  await mkdir('.data-bench', { recursive: true });
  const dataDir = await mkdtemp('.data-bench/copy-');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { env, stop } = await prepareAt({ generate: false });
  const close = async () => {
    open.delete(close);
    await stop();
    const cluster = await realpath(`${dataDir}/postgres`).catch(() => `${dataDir}/postgres`);
    for (const folder of [cluster, dataDir, env.DIST_DIR ?? ''])
      await rm(folder, { recursive: true, force: true });
  };
  open.add(close);
  if (resources) {
    tell(`A site with ${resources} resources …`);
    await run(process.execPath, ['--import', 'tsx', 'bench/many.ts', String(resources)], { env });
  }

  /** @param {{ generate: boolean }} options */
  function prepareAt(options) {
    process.env.SITE_URL = url;
    return prepare({ dataDir, say: tell, ...options });
  }

  /** Generates all pages anew, as a start does. Resolves to the milliseconds it took. */
  async function generate() {
    let begun = 0;
    process.env.SITE_URL = url;
    const say = (/** @type {string} */ line) => {
      if (line.startsWith('Generating')) begun = performance.now();
    };
    await prepare({ dataDir, say });
    return performance.now() - begun;
  }

  const start = () => startServer(url, { ...env, SITE_URL: url, PORT: String(port) }, FRONT);

  /** Next's own server on the same pages and database, without ours before it. */
  async function startNext() {
    const free = await freePort();
    const args = [NEXT, 'start', '-H', '127.0.0.1', '-p', String(free)];
    return startServer(`http://127.0.0.1:${free}`, { ...env, SITE_URL: url }, args);
  }

  /** A second process of the site, as an operator starts one: it generates pages of its own. */
  async function startAnother() {
    const free = await freePort();
    const own = { ...env, SITE_URL: url, PORT: String(free), WORKER: 'off' };
    return startServer(`http://127.0.0.1:${free}`, own, ['scripts/start.mjs']);
  }

  return { url, env, generate, start, startNext, startAnother, close };
}

const FRONT = ['--import', 'tsx', 'server/main.ts'];
const NEXT = 'node_modules/next/dist/bin/next';

/** @param {string} url @param {NodeJS.ProcessEnv} env @param {string[]} args */
async function startServer(url, env, args) {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...env, NODE_ENV: 'production' },
    // Through the fourth our server notices when this process ends, and ends with it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const broken = ended.then(() => Promise.reject(new Error('The server ended before it answered.')));
  await Promise.race([until(async () => (await fetch(url + TOPIC)).status === 200), broken]);
  const coldStart = performance.now() - begun;
  const stop = async () => {
    open.delete(stop);
    child.kill('SIGTERM');
    await ended;
  };
  open.add(stop);
  return { pid: child.pid ?? 0, url, coldStart, stop };
}

/** Asks again and again, for a minute at most. Resolves to the milliseconds it took. @param {() => Promise<boolean>} ask */
export async function until(ask) {
  const begun = performance.now();
  while (!(await ask().catch(() => false))) {
    if (performance.now() - begun > 60_000)
      throw new Error('The site did not answer as expected within a minute.');
    await wait(5);
  }
  return performance.now() - begun;
}

/** The demonstration site, generated and running, for as long as the work takes. @param {(site: Server) => Promise<unknown>} work */
export async function withSite(work) {
  const copy = await openCopy();
  try {
    await copy.generate();
    return await work(await copy.start());
  } finally {
    await closeAll();
  }
}

/** Servers before the databases they use. */
export async function closeAll() {
  for (const close of [...open].reverse()) await close();
}

/** Progress, apart from the figures. @param {string} line */
export const tell = (line) => console.error(line);
