import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEmbedded } from './embedded-postgres.mjs';

const asRoot = process.getuid?.() === 0;
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'embedded-'));
  chmodSync(dataDir, 0o711); // as root, the server runs as another user, who must pass
});

afterEach(async () => {
  const { stop } = await start(); // adopts what a failed test left running
  await stop();
  rmSync(realpathSync(path.join(dataDir, 'postgres')), { recursive: true });
  rmSync(dataDir, { recursive: true });
});

it('starts, stops, and keeps data, address and password', async () => {
  const first = await start();
  await write(first.url);
  await first.stop();
  expect(await answers(first.url)).toBe(false);
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await read(second.url)).toEqual({ kept: 1, encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' });
  expect(statSync(path.join(dataDir, 'postgres/password')).mode & 0o777).toBe(0o600);
  await second.stop();
});

it('starts again after a kill of the server, with what was committed', async () => {
  const first = await start();
  await write(first.url);
  process.kill(postmaster(), 'SIGKILL');
  const second = await start();
  expect(second.url).toBe(first.url);
  expect((await read(second.url)).kept).toBe(1);
  await second.stop();
});

it('has one server for two starts at once, which stops with the one that started it', async () => {
  const both = await Promise.all([otherProcess(), otherProcess()]);
  expect(new Set(both.map(({ url }) => url)).size).toBe(1);
  const third = await start();
  await third.stop();
  expect(await answers(third.url)).toBe(true); // its starter lives
  for (const { child } of both) child.kill('SIGINT');
  await Promise.all(both.map(({ ended }) => ended));
  expect(await answers(third.url)).toBe(false);
});

it('adopts the server of a process that was killed, and stops it', async () => {
  const { child, ended, url } = await otherProcess();
  child.kill('SIGKILL');
  await ended;
  expect(await answers(url)).toBe(true);
  const heir = await start();
  expect(heir.url).toBe(url);
  await heir.stop();
  expect(await answers(url)).toBe(false);
});

it('takes another port when somebody has taken its own', async () => {
  const first = await start();
  await first.stop();
  const taker = net.createServer((socket) => socket.end('220 not a database\r\n'));
  taker.listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(taker, 'listening');
  const second = await start();
  expect(second.url).not.toBe(first.url);
  taker.close();
  await second.stop();
});

it.runIf(asRoot)(
  'keeps the files elsewhere, behind a link, when its user may not enter the data folder',
  async () => {
    chmodSync(dataDir, 0o700);
    const first = await start();
    await write(first.url);
    await first.stop();
    expect(lstatSync(path.join(dataDir, 'postgres')).isSymbolicLink()).toBe(true);
    const second = await start();
    expect((await read(second.url)).kept).toBe(1);
    await second.stop();
  },
);

function start() {
  return startEmbedded({ dataDir, fsync: false });
}

async function otherProcess() {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'embedded-postgres.mjs'), dataDir]);
  const ended = once(child, 'exit');
  const [output] = await once(child.stdout, 'data');
  return { child, ended, url: String(output).split('\n')[0] ?? '' };
}

async function write(url: string) {
  const sql = postgres(url, { max: 1 });
  await sql`create table kept as select 1 as n`;
  await sql.end();
}

async function read(url: string) {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql`
    select (select count(*)::int from kept) as kept, pg_encoding_to_char(encoding) as encoding,
      datlocprovider as provider, datlocale as locale
    from pg_database where datname = current_database()`;
  await sql.end();
  return { ...row };
}

function postmaster() {
  return Number(readFileSync(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

function answers(url: string) {
  const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  }).finally(() => socket.destroy());
}
