import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** @typedef {{ name: string, uid: number, gid: number }} Account */

/**
 * Whom the server runs as: Postgres refuses root. The owner of a cluster that is there already, else `postgres` or
 * `nobody`. Undefined: whoever we are.
 * @param {string} home
 * @returns {Account | undefined}
 */
export function serverAccount(home) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(home, { throwIfNoEntry: false })?.uid;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map(account);
  const found = owner
    ? accounts.find((one) => one.uid === owner)
    : ['postgres', 'nobody'].map((name) => accounts.find((one) => one.name === name)).find(Boolean);
  if (found) return found;
  throw new Error(
    'The embedded database cannot run as root: add a user with "useradd --system postgres", or set DATABASE_URL.',
  );
}

/**
 * Whether the server's account can enter a folder. Asked of the system itself, since mode bits are not the whole answer.
 * @param {string} folder
 * @param {Account | undefined} account
 */
export function canEnter(folder, account) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], spawnOptions(account)).status === 0;
}

/**
 * @param {Account | undefined} account
 * @returns {{ cwd: string, env: NodeJS.ProcessEnv, uid?: number, gid?: number }}
 */
export function spawnOptions(account) {
  const { PATH, SystemRoot } = process.env;
  // No PG* variable of the caller's may steer the server, and the messages we read must be in English.
  const env = /** @type {any} */ ({
    PATH,
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(SystemRoot && { SystemRoot }),
  });
  return { cwd: '/', env, ...(account && { uid: account.uid, gid: account.gid }) };
}

/** @param {string} line @returns {Account} */
function account(line) {
  const [name = '', , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}
