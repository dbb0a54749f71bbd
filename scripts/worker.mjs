// npm run worker: timed jobs and mail, beside web processes that have WORKER=off.
import { existsSync } from 'node:fs';
import { longLived } from './long-lived.mjs';
import { prepare } from './prepare.mjs';

if (existsSync('.env')) process.loadEnvFile('.env');
const worker = longLived('server/worker.ts');

try {
  const { env, stop } = await prepare({
    dataDir: process.env.DATA_DIR || '.data',
    pages: false,
    say: console.log,
  });
  process.exitCode = await worker.run(env, () => console.log('The worker is there (Ctrl-C stops it).'));
  await stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
