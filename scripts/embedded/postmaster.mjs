// The postmaster as a process: which one holds the cluster's lock file, whether it lives, and how it is asked to end.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { program } from './binaries.mjs';
import { alive, read, readWord } from './files.mjs';

/** @typedef {import('./cluster.mjs').Cluster} Cluster */

/** The process and port that postmaster.pid tells: past ones, when nothing answers there. @param {Cluster} cluster */
export function whoHolds(cluster) {
  const [pid, , , port] = read(lockFile(cluster)).split('\n');
  return { pid: Number(pid) || undefined, port: Number(port) || Number(readWord(cluster, 'port')) };
}

/**
 * Removes a postmaster.pid that no server of this cluster holds. Postgres takes it for stale only when no process has its
 * number; in a container, where numbers come again after each start, one always has, and a copied folder names the other's.
 * @param {Cluster} cluster
 */
export function breakLock(cluster) {
  if (!serves(cluster, whoHolds(cluster).pid)) fs.rmSync(lockFile(cluster), { force: true });
}

/** Fast shutdown: sessions are ended, what was committed is written. @param {Cluster} cluster @param {number} pid */
export async function shutDown(cluster, pid) {
  const signal = (/** @type {NodeJS.Signals} */ name) => serves(cluster, pid) && process.kill(pid, name);
  if (process.platform === 'win32') {
    // A signal there is a kill; only pg_ctl can ask.
    spawnSync(program(cluster.native, 'pg_ctl'), [
      'stop',
      '-m',
      'fast',
      '-D',
      path.join(cluster.home, 'data'),
    ]);
  } else {
    signal('SIGINT');
    if (!(await gone(cluster, pid, 30_000))) signal('SIGQUIT');
  }
  if (await gone(cluster, pid, 10_000)) return;
  throw new Error(`The embedded database (process ${pid}) does not stop: end it with "kill -9 ${pid}".`);
}

/** @param {Cluster} cluster @param {number} pid @param {number} patience */
async function gone(cluster, pid, patience) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(25)) {
    if (!serves(cluster, pid)) return true;
  }
  return false;
}

// Not a process that was given the number since, nor one that is dead but not collected by a container's init.
/** @param {Cluster} cluster @param {number | undefined} pid @returns {pid is number} */
function serves(cluster, pid) {
  if (!pid || !alive(pid)) return false;
  return process.platform === 'win32' || commandOf(pid).includes(`-D ${path.join(cluster.home, 'data')} `);
}

/** @param {number} pid */
function commandOf(pid) {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

/** @param {Cluster} cluster */
function lockFile({ home }) {
  return path.join(home, 'data', 'postmaster.pid');
}
