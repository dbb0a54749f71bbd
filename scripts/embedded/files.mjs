// The cluster's small files, the processes they name, and what the system says when it refuses.
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ home: string, account?: import('./account.mjs').Account }} Place */

/**
 * Writes a small file of the cluster whole or not at all, readable by its account only.
 * @param {Place} place
 * @param {string} name
 * @param {string | number} content
 */
export function keep({ home, account }, name, content) {
  const file = path.join(home, name);
  const half = `${file}.new-${process.pid}`;
  fs.writeFileSync(half, String(content), { mode: 0o600 });
  if (account) fs.chownSync(half, account.uid, account.gid);
  fs.renameSync(half, file);
}

/**
 * A small file of the cluster's, '' when it is not there.
 * @param {Place} place
 * @param {string} name
 */
export function readWord({ home }, name) {
  return read(path.join(home, name)).trim();
}

/** The text of a file, '' when it is not there. @param {string} file */
export function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Whether a process has this number. @param {number} pid */
export function alive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The system's or the server's code of an error. @param {unknown} error */
export function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
}

/** @param {string} place */
export function diskFull(place) {
  return new Error(`The disk that holds ${place} is full: free at least 500 MB there and start again.`);
}
