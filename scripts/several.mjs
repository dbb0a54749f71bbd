// npm run several -- 3: so many web processes on ports from PORT on, and a worker beside them, on one database.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { prepare } from './prepare.mjs';

if (existsSync('.env')) process.loadEnvFile('.env');
const number = Number(process.argv[2] ?? 2);
const first = Number(process.env.PORT || 3000);
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
let stopping = false;
// Ctrl-C reaches them as well.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => {
    stopping = true;
    if (signal === 'SIGTERM') for (const child of children) child.kill(signal);
  });

try {
  if (!(number >= 1 && number <= 32)) throw new Error('Say how many web processes, from 1 to 32.');
  // The database belongs to this process, which ends last.
  const { env, stop } = await prepare({
    dataDir: process.env.DATA_DIR || '.data',
    pages: false,
    say: console.log,
  });
  const site = { ...env, SITE_URL: process.env.SITE_URL || `http://localhost:${first}` };
  // One after the other: the first compiles, and the others find it done.
  const args = process.argv.includes('--empty') ? ['--empty'] : [];
  for (let at = 0; at < number && !stopping; at++)
    await up('scripts/start.mjs', { ...site, PORT: String(first + at), WORKER: 'off' }, args);
  await up('scripts/worker.mjs', site, []);
  if (!stopping) console.log(`${number} web processes and a worker are there (Ctrl-C stops them).`);
  await Promise.race(children.map(ended));
  // Where one ends by itself, all do: whoever started this starts it again.
  if (!stopping) process.exitCode = 1;
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(children.map(ended));
  await stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * Resolves when it has said that it is there, or has ended.
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 */
async function up(script, env, args) {
  if (stopping) return;
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const there = new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      if (/Ctrl-C stops it/.test(String(chunk))) resolve(undefined);
    });
  });
  await Promise.race([there, ended(child)]);
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<unknown>} */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('close', resolve));
}
