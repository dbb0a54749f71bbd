import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { checkPort } from './check-machine.mjs';
import { prepare } from './prepare.mjs';

if (existsSync('.env')) process.loadEnvFile('.env');
const port = Number(process.env.PORT || 3000);
const dataDir = process.env.DATA_DIR || '.data';
/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
let stopping = false;
// Ctrl-C reaches the server as well; this process waits for it, so that nothing is left behind.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => {
    stopping = true;
    if (signal === 'SIGTERM') server?.kill(signal);
  });

try {
  // The other settings are read by lib/env.ts once its packages are there; this one is needed now.
  if (!(port >= 1 && port <= 65535)) throw new Error('The setting PORT is not a number from 1 to 65535.');
  await checkPort(port);
  const { env, stop } = await prepare({ dataDir, empty: process.argv.includes('--empty'), say: console.log });
  const code = stopping ? 0 : await serve({ ...env, PORT: String(port), NODE_ENV: 'production' });
  await stop();
  await rm(env.DIST_DIR, { recursive: true, force: true });
  process.exitCode = stopping ? 0 : code;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function serve(env) {
  return new Promise((resolve) => {
    server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    server.on('message', (/** @type {{ listening: true, firstLink: string | null }} */ { firstLink }) => {
      console.log(
        `Commonshelf is at ${env.SITE_URL || `http://localhost:${port}`} (Ctrl-C stops it, the data stays).`,
      );
      if (firstLink)
        console.log(`Nobody can edit it yet. Become its first admin within the hour: ${firstLink}`);
    });
    server.on('close', (code) => resolve(code ?? 1));
  });
}
