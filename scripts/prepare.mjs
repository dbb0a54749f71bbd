import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkDisk, checkNode, checkReachable } from './check-machine.mjs';
import { run } from './run.mjs';

/** What a page is compiled from; the rest may change without another build. */
const SOURCES = [
  'app',
  'auth',
  'components',
  'db',
  'features',
  'islands',
  'lib',
  'public',
  'server/page-cache.mjs',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
  'scripts/build-assets.mjs',
];
const NOT_SOURCES = /^(db\/(demo|migrations)|islands\/built\.json|public\/islands)|\.test\.tsx?$/;

/**
 * Everything the site needs before it can be served, each step only where something changed: packages, database,
 * tables, demonstration content, compiled sources, generated pages. Resolves to the environment to run in.
 *
 * @param {{ dataDir: string, empty?: boolean, fsync?: boolean, generate?: boolean, pages?: boolean, say: (line: string) => void }} options
 *   `pages: false` is for a process that serves none: nothing is compiled, filled or generated
 */
export async function prepare({ dataDir, empty = false, fsync = true, pages = true, generate = pages, say }) {
  checkNode();
  await mkdir(dataDir, { recursive: true });
  await checkDisk(dataDir);
  await installPackages(say);
  await checkSettings();
  const database = await openDatabase({ dataDir, fsync, say });
  try {
    const distDir = await siteFolder(dataDir);
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      DIST_DIR: distDir,
      AUTH_SECRET: process.env.AUTH_SECRET || (await secretOf(dataDir)),
    };
    if (pages) await compile(say);
    const how = pages ? (empty ? ['--empty'] : []) : ['--tables'];
    await run(process.execPath, ['--import', 'tsx', 'scripts/fill.ts', ...how], { env, say });
    if (generate) await generatePages({ distDir, env, say });
    return { env, stop: database.stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/**
 * npm run compile: what needs no database, packages and compiled sources.
 * @param {(line: string) => void} say
 */
async function compileAlone(say) {
  checkNode();
  await installPackages(say);
  await checkSettings();
  await compile(say);
}

const checkSettings = () =>
  run(process.execPath, ['--import', 'tsx', 'scripts/settings.ts'], { plain: true });

/** @param {(line: string) => void} say */
async function installPackages(say) {
  const wanted = await digest(['package-lock.json', 'patches']);
  const marker = 'node_modules/.commonshelf-installed';
  if ((await read(marker)) === wanted) return;
  say('Installing packages …');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {});
  await run(process.execPath, ['node_modules/patch-package/index.js'], {});
  await writeFile(marker, wanted);
}

/** @param {{ dataDir: string, fsync: boolean, say: (line: string) => void }} options */
async function openDatabase({ dataDir, fsync, say }) {
  const url = process.env.DATABASE_URL;
  if (url) {
    await checkReachable(url);
    return { url, stop: async () => {} };
  }
  say('Starting the embedded database …');
  const { startEmbedded } = await import('./embedded-postgres.mjs');
  return startEmbedded({ dataDir, fsync });
}

/**
 * What seals the cookies of signing in, made once and kept beside the data.
 * @param {string} dataDir
 */
async function secretOf(dataDir) {
  const file = path.join(dataDir, 'secret');
  const known = (await read(file))?.trim();
  if (known) return known;
  const secret = randomBytes(48).toString('base64url');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** @param {(line: string) => void} say */
async function compile(say) {
  const wanted = await digest(SOURCES);
  if ((await read('.next/compiled-from')) === wanted && (await isSealedAsAsked())) return;
  say('Compiling …');
  await rm('.next', { recursive: true, force: true });
  await run(process.execPath, ['scripts/build-assets.mjs'], {});
  const env = { ...process.env, DIST_DIR: '.next', NEXT_TELEMETRY_DISABLED: '1' };
  await run(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build', '--experimental-build-mode', 'compile'],
    { env },
  );
  await run(process.execPath, ['scripts/build-assets.mjs', 'compress', '.next/static'], {});
  await writeFile('.next/compiled-from', wanted);
}

/** Where a key is set, whether the compiled pages hold it: by it they name the actions of staff. */
async function isSealedAsAsked() {
  const asked = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  if (!asked) return true;
  const manifest = await read('.next/server/server-reference-manifest.json');
  return manifest !== undefined && JSON.parse(manifest).encryptionKey === asked;
}

/**
 * Each start has pages of its own, so that one that follows another on the same data takes nothing from it; what
 * starts that have ended left is removed.
 *
 * @param {string} dataDir
 */
async function siteFolder(dataDir) {
  const copy = `.next-${createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 8)}`;
  for (const name of await readdir('.')) {
    const [, pid] = new RegExp(`^${copy}-(\\d+)$`).exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) await rm(name, { recursive: true, force: true });
  }
  return `${copy}-${process.pid}`;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param {{ distDir: string, env: NodeJS.ProcessEnv, say: (line: string) => void }} options */
async function generatePages({ distDir, env, say }) {
  say('Generating pages …');
  // Whole and anew: what an earlier run cached would win over what the database says now.
  await rm(distDir, { recursive: true, force: true });
  await cp('.next', distDir, { recursive: true });
  await rm(path.join(distDir, 'cache'), { recursive: true, force: true });
  await writeFile(path.join(distDir, 'generated-at'), String(Date.now()));
  await run(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build', '--experimental-build-mode', 'generate'],
    {
      env: { ...env, NEXT_TELEMETRY_DISABLED: '1' },
    },
  );
}

/** @param {string[]} places files and folders, whose names and contents count */
async function digest(places) {
  const hash = createHash('sha256');
  for (const place of places)
    for (const file of await filesIn(place)) {
      if (NOT_SOURCES.test(file)) continue;
      hash.update(`${file}\n`).update(await readFile(file));
    }
  return hash.digest('hex');
}

/** @param {string} place @returns {Promise<string[]>} */
async function filesIn(place) {
  const known = await stat(place).catch(() => undefined);
  if (!known) return [];
  if (known.isFile()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** @param {string} file */
const read = (file) => readFile(file, 'utf8').catch(() => undefined);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  if (process.argv.includes('--compile')) await compileAlone(console.log);
  else {
    const { stop } = await prepare({ dataDir: process.env.DATA_DIR ?? '.data', say: console.log });
    await stop();
  }
}
