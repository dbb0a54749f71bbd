import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbedded } from '../scripts/embedded-postgres.mjs';

const root = path.join(import.meta.dirname, '..');
const patched = path.join(root, 'node_modules/postgres');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'driver-restart-'));
  chmodSync(folder, 0o711); // as root, the server runs as another user, who must pass
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const fault of ['is shut down', 'is killed'] as const) {
  it(`the pool, its transactions and LISTEN return when the database ${fault} under load`, async () => {
    const { took, refused, ...seen } = await loadAcross(fault, patched);
    expect(seen).toEqual({
      connections: 5,
      transaction: true,
      notified: true,
      torn: 0,
      pending: 0,
      outside: [],
    });
    expect(took).toBeLessThan(5_000);
    expect(refused).toBeGreaterThan(0); // or the fault never met a query
  }, 30_000);
}

it('without the patch the driver throws outside every promise, and its connections do not come back', async () => {
  const seen = await loadAcross('is killed', withoutPatch());
  expect(seen.outside.join()).toContain(`reading 'write'`);
  expect(seen.connections).toBeLessThan(5);
}, 30_000);

it('a transaction whose connection closed writes nothing more, which without the patch is committed alone', async () => {
  const dataDir = newDataDir();
  const server = await startEmbedded({ dataDir, fsync: false });
  try {
    expect(await rowsOfClosedTransaction(patched, server.url)).toEqual([]);
    expect(await rowsOfClosedTransaction(withoutPatch(), server.url)).toEqual(['second']);
  } finally {
    await server.stop();
  }
}, 30_000);

type Seen = {
  connections: number;
  transaction: boolean;
  notified: boolean;
  torn: number;
  took: number;
  pending: number;
  refused: number;
  outside: string[];
};

async function loadAcross(fault: 'is shut down' | 'is killed', driver: string): Promise<Seen> {
  const dataDir = newDataDir();
  const server = await startEmbedded({ dataDir, fsync: false });
  const load = fork(path.join(root, 'db/driver-restart.load.mjs'), [
    path.join(driver, 'src/index.js'),
    server.url,
  ]);
  try {
    await once(load, 'message');
    await sleep(700);
    await (fault === 'is killed' ? kill(dataDir) : server.stop());
    await sleep(700);
    const again = await startEmbedded({ dataDir, fsync: false });
    try {
      expect(again.url).toBe(server.url);
      await sleep(1_500); // the transactions that were pausing go on
      load.send('back');
      const [seen] = await once(load, 'message');
      return seen as Seen;
    } finally {
      await again.stop();
    }
  } finally {
    load.kill('SIGKILL');
  }
}

async function rowsOfClosedTransaction(driver: string, url: string) {
  const { default: postgres } = await import(/* @vite-ignore */ path.join(driver, 'src/index.js'));
  const open = () => postgres(url, { max: 1, backoff: () => 0.05, onnotice() {} });
  const [sql, other] = [open(), open()];
  await other`drop table if exists rows`;
  await other`create table rows (name text)`;
  let afterwards = Promise.resolve();
  const transaction = sql.begin(async (tx: typeof sql) => {
    const [{ pid }] = await tx`select pg_backend_pid() as pid`;
    await tx`insert into rows values ('first')`;
    await other`select pg_terminate_backend(${pid})`;
    await transaction.catch(() => {});
    await sql`select 1`; // opens the connection again
    afterwards = tx`insert into rows values ('second')`.catch(() => {});
    await afterwards;
  });
  await expect(transaction).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  await sleep(500);
  await afterwards;
  const rows = await other`select name from rows`;
  await Promise.all([sql.end({ timeout: 1 }), other.end({ timeout: 1 })]);
  return rows.map(({ name }: { name: string }) => name);
}

function newDataDir() {
  const dataDir = mkdtempSync(path.join(folder, 'data-'));
  chmodSync(dataDir, 0o711);
  return dataDir;
}

function kill(dataDir: string) {
  const [pid] = readFileSync(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

function withoutPatch() {
  const project = mkdtempSync(path.join(folder, 'unpatched-'));
  writeFileSync(path.join(project, 'package.json'), '{}');
  cpSync(path.join(root, 'patches/postgres+3.4.9.patch'), path.join(project, 'patches/postgres+3.4.9.patch'));
  cpSync(patched, path.join(project, 'node_modules/postgres'), { recursive: true });
  execFileSync(process.execPath, [path.join(root, 'node_modules/patch-package/index.js'), '--reverse'], {
    cwd: project,
  });
  return path.join(project, 'node_modules/postgres');
}
