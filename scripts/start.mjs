import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { checkPort } from './check-machine.mjs';
import { longLived } from './long-lived.mjs';
import { prepare } from './prepare.mjs';

if (existsSync('.env')) process.loadEnvFile('.env');
const port = Number(process.env.PORT || 3000);
const dataDir = process.env.DATA_DIR || '.data';
const server = longLived('server/main.ts');

try {
  // The other settings are read by lib/env.ts once its packages are there; this one is needed now.
  if (!(port >= 1 && port <= 65535)) throw new Error('The setting PORT is not a number from 1 to 65535.');
  await checkPort(port);
  const { env, stop } = await prepare({ dataDir, empty: process.argv.includes('--empty'), say: console.log });
  process.exitCode = await server.run({ ...env, PORT: String(port) }, listening);
  await stop();
  await rm(env.DIST_DIR, { recursive: true, force: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {{ listening: true, firstLink: string | null }} message */
function listening({ firstLink }) {
  console.log(
    `Commonshelf is at ${process.env.SITE_URL || `http://localhost:${port}`} (Ctrl-C stops it, the data stays).`,
  );
  if (firstLink) console.log(`Nobody can edit it yet. Become its first admin within the hour: ${firstLink}`);
}
