import { spawnSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { canEnter, serverAccount, spawnOptions } from './account.mjs';
import { nativeFolder, program } from './binaries.mjs';
import { alive, codeOf, diskFull, keep, readWord } from './files.mjs';

// Root may read every place, the server's account may not: what it cannot reach below a private home is kept here.
const SYSTEM_FOLDER = '/var/lib/commonshelf';

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {{ home: string, native: string, account: Account | undefined, password: string }} Cluster */

/**
 * The cluster of a data folder, made on the first call. It is `<dataDir>/postgres`; where the server's account cannot
 * enter the data folder, that is a symbolic link to the place below /var/lib/commonshelf that holds it.
 * @param {{ dataDir: string, fsync: boolean }} options
 * @returns {Promise<Cluster>}
 */
export async function openCluster({ dataDir, fsync }) {
  fs.mkdirSync(dataDir, { recursive: true });
  const link = path.join(dataDir, 'postgres');
  const found = existingHome(link);
  const account = serverAccount(found ?? link);
  const native = nativeFolder({ account, copies: account ? systemFolder() : dataDir });
  const home = found ?? (await makeCluster({ link, native, account, fsync }));
  if (account && !canEnter(home, account)) throw unreachable(home, account);
  return { home, native, account, password: readWord({ home }, 'password') };
}

/**
 * A port of 127.0.0.1 that nobody uses now. Below the ports that systems give to outgoing connections (32768, 49152):
 * a client that retries such a port while the server is down would at last be connected to itself.
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

/** @param {number} port */
function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** @param {string} link */
function existingHome(link) {
  const stat = fs.lstatSync(link, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const home = stat.isSymbolicLink() ? path.resolve(path.dirname(link), fs.readlinkSync(link)) : link;
  try {
    fs.accessSync(path.join(home, 'password'), fs.constants.R_OK);
    return fs.realpathSync(home);
  } catch (error) {
    if (codeOf(error) === 'EACCES')
      throw new Error(
        `The database in ${home} is another user's: start as that user or as root, or set DATA_DIR.`,
      );
    throw new Error(
      `The database's files are gone from ${home}: bring them back, or remove ${link} to begin empty.`,
    );
  }
}

// Made aside and then published in one step, so that a kill leaves no half cluster and of two starts one wins.
/** @param {{ link: string, native: string, account: Account | undefined, fsync: boolean }} options */
async function makeCluster({ link, native, account, fsync }) {
  const inside = !account || canEnter(path.dirname(link), account);
  const stage = inside
    ? `${link}.new-${process.pid}`
    : path.join(systemFolder(), randomBytes(8).toString('hex'));
  if (inside) removeLeftovers(link);
  try {
    fs.mkdirSync(stage, { mode: 0o700 });
    if (account) fs.chownSync(stage, account.uid, account.gid);
    keep({ home: stage, account }, 'password', randomBytes(24).toString('hex'));
    keep({ home: stage, account }, 'port', await freePort());
    initdb({ stage, native, account, fsync });
    if (inside) fs.renameSync(stage, link);
    else fs.symlinkSync(stage, link);
  } catch (error) {
    fs.rmSync(stage, { recursive: true, force: true });
    if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) throw error;
  }
  return existingHome(link) ?? stage;
}

/** @param {{ stage: string, native: string, account: Account | undefined, fsync: boolean }} options */
function initdb({ stage, native, account, fsync }) {
  const options = [
    '-D',
    path.join(stage, 'data'),
    '-U',
    'commonshelf',
    `--pwfile=${path.join(stage, 'password')}`,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  if (!fsync) options.push('--no-sync');
  const run = spawnSync(program(native, 'initdb'), options, { ...spawnOptions(account), encoding: 'utf8' });
  if (run.status === 0) return;
  const said = `${run.error?.message ?? ''}\n${run.stderr ?? ''}`;
  if (/No space left/.test(said)) throw diskFull(stage);
  const line = said.split('\n').find((one) => /error|fatal/i.test(one)) ?? said.trim().split('\n')[0];
  throw new Error(`The embedded database could not be made (${line}): mend that, or set DATABASE_URL.`);
}

/** @param {string} home @param {Account} account */
function unreachable(home, account) {
  return new Error(
    `The user ${account.name}, who runs the database, cannot enter ${home}: let it pass ("chmod o+x" on the folders above), or set DATA_DIR.`,
  );
}

/** @param {string} link */
function removeLeftovers(link) {
  for (const name of fs.readdirSync(path.dirname(link))) {
    const pid = name.startsWith('postgres.new-') && Number(name.slice('postgres.new-'.length));
    if (pid && pid !== process.pid && !alive(pid))
      fs.rmSync(path.join(path.dirname(link), name), { recursive: true, force: true });
  }
}

function systemFolder() {
  fs.mkdirSync(SYSTEM_FOLDER, { recursive: true });
  fs.chmodSync(SYSTEM_FOLDER, 0o755); // whatever the umask: the account must pass, each cluster in it is private
  return SYSTEM_FOLDER;
}
