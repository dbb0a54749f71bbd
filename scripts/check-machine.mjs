// What a start needs of the machine. Each check throws the one line that says what to do.
import { readFileSync, statfsSync } from 'node:fs';
import net from 'node:net';

const NEEDED_MB = 500;

/**
 * @param {string} [version] such as process.versions.node
 * @param {string} [floor] such as '>=20.19', by default what package.json asks for
 */
export function checkNode(version = process.versions.node, floor = enginesNode()) {
  const least = floor.replace(/^>=\s*/, '');
  if (compare(version, least) >= 0) return;
  throw new Error(`Node ${version} is too old: install Node ${least} or newer (nodejs.org) and start again.`);
}

/**
 * Asks as the server does, on all addresses; a program on the loopback address alone would still get its requests.
 * @param {number} port
 */
export async function checkPort(port) {
  const code = (await listenFailure(port)) ?? (await listenFailure(port, '127.0.0.1')); // one after the other, or they collide
  if (!code) return;
  if (code === 'EACCES')
    throw new Error(`Port ${port} needs more rights than you have. Start with PORT=3000 npm start.`);
  throw new Error(
    `Port ${port} is in use by another program. Stop it, or start with PORT=${port + 1} npm start.`,
  );
}

/** @param {string} folder one that is there @param {number} [neededMb] */
export async function checkDisk(folder, neededMb = NEEDED_MB) {
  const { bavail, bsize } = statfsSync(folder);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  if (freeMb >= neededMb) return;
  throw new Error(
    `Only ${freeMb} MB are free where ${folder} is. Free at least ${neededMb} MB and start again.`,
  );
}

/**
 * Whether something accepts connections where DATABASE_URL points. The line never holds its password.
 * @param {string} url
 * @param {number} [patience] milliseconds
 */
export async function checkReachable(url, patience = 5_000) {
  if (!URL.canParse(url))
    throw new Error('DATABASE_URL is not an address such as postgres://user:password@host:5432/name.');
  const { protocol, hostname, port } = new URL(url);
  if (!/^postgres(ql)?:$/.test(protocol)) throw new Error('DATABASE_URL must begin with postgres://.');
  const host = hostname.replace(/^\[|\]$/g, '') || 'localhost';
  if (await connects(host, Number(port) || 5432, patience)) return;
  throw new Error(
    `The database at ${hostname || host}:${port || 5432} does not answer. Start it, or unset DATABASE_URL to use the embedded one.`,
  );
}

function enginesNode() {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).engines.node;
}

/** @param {string} one @param {string} other */
function compare(one, other) {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** @param {number} port @param {string} [host] @returns {Promise<string | undefined>} */
function listenFailure(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}

/** @param {string} host @param {number} port @param {number} patience */
function connects(host, port, patience) {
  const socket = net.connect({ host, port });
  socket.setTimeout(patience, () => socket.destroy(new Error('no answer')));
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  }).finally(() => socket.destroy());
}
