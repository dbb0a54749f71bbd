import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { spawnOptions } from './account.mjs';
import { program } from './binaries.mjs';
import { codeOf } from './files.mjs';
import { whoHolds } from './postmaster.mjs';
import { openSession } from './wire.mjs';

const SMALL = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  max_parallel_workers_per_gather: 0, // a container's /dev/shm is often too small for it
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_messages: 'log', // above errors: those quote values, and a log holds no mail address
};
const UNSAFE = { fsync: 'off', full_page_writes: 'off' }; // a killed process loses nothing yet, a machine may
const NOT_YET = ['57P03', '53300', 'ECONNRESET']; // starting up or shutting down; every seat taken; killed just now

/** @typedef {import('./cluster.mjs').Cluster} Cluster */

/**
 * What answers on the cluster's port: 'ours' with the postmaster's process, 'busy', 'stranger', or 'nobody'. A TCP
 * session decides, in which the server has proved that it knows our password and has said which folder it serves.
 * @param {Cluster} cluster
 * @returns {Promise<{ is: 'ours', pid: number, port: number } | { is: 'busy' | 'stranger' | 'nobody' }>}
 */
export async function probe(cluster) {
  const { pid, port } = whoHolds(cluster);
  try {
    const session = await openSession(door(cluster, port));
    const [[folder] = []] = await session.ask('show data_directory');
    session.close();
    if (folder !== path.join(cluster.home, 'data')) return { is: 'stranger' };
    if (pid) return { is: 'ours', pid, port };
    return { is: 'busy' }; // a server whose postmaster.pid was taken away ends within a minute
  } catch (error) {
    if (codeOf(error) === 'ECONNREFUSED') return { is: 'nobody' };
    return { is: NOT_YET.includes(codeOf(error)) ? 'busy' : 'stranger' };
  }
}

/** @param {Cluster} cluster @param {number} port @param {string} [database] */
export function door({ password }, port, database = 'postgres') {
  return { port, user: 'commonshelf', password, database };
}

/**
 * Starts a postmaster, in a session of its own: Ctrl-C in a terminal is for the app, which then stops the database last.
 * @param {Cluster} cluster
 * @param {{ port: number, fsync: boolean }} options
 */
export function launch(cluster, { port, fsync }) {
  const settings = { ...SMALL, ...(fsync ? {} : UNSAFE), port };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = fs.openSync(logFile(cluster), isLong(logFile(cluster)) ? 'w' : 'a', 0o600);
  const start = fs.fstatSync(log).size;
  if (cluster.account) fs.fchownSync(log, cluster.account.uid, cluster.account.gid);
  const child = spawn(
    program(cluster.native, 'postgres'),
    ['-D', path.join(cluster.home, 'data'), ...flags],
    {
      ...spawnOptions(cluster.account),
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  let refusal = '';
  child.once('error', (error) => {
    refusal = error.message;
  });
  fs.closeSync(log);
  child.unref();
  return Object.assign(child, { lastWords: () => refusal || complaints(cluster, start) });
}

/** @param {Cluster} cluster @param {number} start */
function complaints(cluster, start) {
  const lines = fs.readFileSync(logFile(cluster)).subarray(start).toString().split('\n');
  const words = lines
    .filter((line) => /FATAL|PANIC|could not/.test(line))
    .map((line) => line.replace(/^.*?(?=[A-Z]+: )/, ''));
  return words.join('; ') || 'it ended at once';
}

/** @param {string} file */
function isLong(file) {
  return (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
}

/** @param {Cluster} cluster */
function logFile({ home }) {
  return path.join(home, 'server.log');
}
