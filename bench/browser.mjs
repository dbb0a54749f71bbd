import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from '../scripts/chromium.mjs';

const FLAGS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Chromium with nothing of Playwright's own flags, since Lighthouse judges what it sees.
 * @template Result
 * @param {(port: number) => Promise<Result>} work gets the port of its debugging protocol
 */
export async function withBrowser(work) {
  const profile = await mkdtemp(path.join(tmpdir(), 'commonshelf-browser-'));
  const child = spawn(ensureChromium(), [...FLAGS, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    return await work(await debuggingPort(child));
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function debuggingPort(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const [, port] = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said) ?? [];
      if (port) resolve(Number(port));
    });
    child.once('close', () => reject(new Error(`The browser ended at once: ${said.slice(-500)}`)));
    child.once('error', reject);
  });
}
