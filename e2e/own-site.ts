import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@/scripts/embedded/cluster.mjs';
import { startEmbedded } from '@/scripts/embedded-postgres.mjs';

const OURS = [
  'AUTH_SECRET',
  'DATABASE_URL',
  'DATA_DIR',
  'DIST_DIR',
  'BASE_URL',
  'PORT',
  'SITE_PID',
  'SITE_URL',
  'NODE_ENV',
];

/** The environment of somebody who types `npm start`. */
export function operatorsEnv(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.includes(name));
  return { ...Object.fromEntries(kept), ...settings } as NodeJS.ProcessEnv;
}

export type OwnSite = Awaited<ReturnType<typeof ownSite>>;

/** A copy of the site beside the others, with its own data and database, to do to it what must not be done to theirs. */
export async function ownSite(
  name: string,
  { args = [], given = {} }: { args?: string[]; given?: Record<string, string> } = {},
) {
  const dataDir = `.data-test/own-${name}`;
  const port = await freePort();
  const settings = { DATA_DIR: dataDir, PORT: String(port), ...given };
  await forget(dataDir);
  let start = await started(settings, args);

  const site = {
    url: `http://localhost:${port}`,
    settings,
    /** All that its operator has read in the terminal so far. */
    printed: () => start.printed(),
    /** Ends the app and whoever watches over it, without a word; the database stays. */
    async kill() {
      const own = serverOf(start.pid);
      for (const pid of [start.pid, own]) process.kill(pid, 'SIGKILL');
      await start.closed;
    },
    async startAgain() {
      start = await started(settings, args);
    },
    async stopDatabase() {
      const file = path.join(dataDir, 'postgres/data/postmaster.pid');
      process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGINT');
      while (existsSync(file)) await sleep(20);
    },
    startDatabase: () => startEmbedded({ dataDir, fsync: false }),
    async databaseUrl() {
      return (await startEmbedded({ dataDir, fsync: false })).url;
    },
    async stop() {
      start.child.kill('SIGTERM');
      await start.closed;
      const left = await startEmbedded({ dataDir, fsync: false });
      await left.stop();
      await forget(dataDir);
    },
  };
  return site;
}

async function started(settings: Record<string, string>, args: string[]) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    env: operatorsEnv(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk;
      if (/Commonshelf is at .*\n/.test(printed)) setTimeout(resolve, 100);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    closed.then(() => reject(new Error(`npm start ended.\n${printed}`)));
  });
  return { child, closed, pid: Number(child.pid), printed: () => printed };
}

/** What an operator reads when the site does not start. */
export async function refusedStart(settings: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: operatorsEnv(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    printed.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed.err += chunk;
  });
  const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const [code] = await once(child, 'close');
  clearTimeout(late);
  return { code, ...printed };
}

/** The process that serves, below the one that was started. */
function serverOf(parent: number): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const found = lines
    .map((line) => line.trim().split(/\s+/))
    .find(([, ppid, ...args]) => Number(ppid) === parent && args.join(' ').includes('server/main.ts'));
  if (!found) throw new Error('the site does not run');
  return Number(found[0]);
}

async function forget(dataDir: string) {
  const pages = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 8);
  await rm(`.next-${pages}`, { recursive: true, force: true });
  await rm(`${dataDir}/postgres/`, { recursive: true, force: true }).catch(() => {});
  await rm(dataDir, { recursive: true, force: true });
}
