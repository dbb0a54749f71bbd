import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { freePort } from '@/scripts/embedded/cluster.mjs';
import { base } from './fixtures';

const NEXT = 'node_modules/next/dist/bin/next';

/** Next's own server of the same pages, with nothing of ours before it. */
export async function nextAlone() {
  const port = String(await freePort());
  const child = spawn(process.execPath, [NEXT, 'start', '--hostname', '127.0.0.1', '--port', port], {
    // Addresses within the pages are those of the site, wherever this one listens.
    env: { ...process.env, NODE_ENV: 'production', SITE_URL: base.origin, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const closed = once(child, 'close');
  await listening(child, closed);
  return {
    url: `http://localhost:${port}`,
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(end, 10_000);
      await closed;
      clearTimeout(late);
      process.off('exit', end);
    },
  };
}

function listening({ stdout, stderr }: { stdout: Readable; stderr: Readable }, closed: Promise<unknown>) {
  let printed = '';
  return new Promise<void>((resolve, reject) => {
    for (const stream of [stdout, stderr])
      stream.on('data', (chunk: Buffer) => {
        printed += chunk;
        if (/Ready in/.test(printed)) resolve();
      });
    closed.then(() => reject(new Error(`Next did not start.\n${printed}`)));
  });
}
