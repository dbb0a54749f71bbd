// The few messages of Postgres's protocol (version 3, SCRAM-SHA-256 of RFC 7677) that a start needs: the packages hold
// no psql, the preparation may use no dependency, and only a full handshake proves whose server answers on a port.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import net from 'node:net';

/** @typedef {{ port: number, user: string, password: string, database: string }} Door */
/** @typedef {{ type: string, body: Buffer }} Message */
/** @typedef {AsyncGenerator<Message, void, undefined>} Messages */

/**
 * Opens a session on 127.0.0.1. An error that the server reports carries its SQLSTATE in `code`.
 * @param {Door} door
 * @returns {Promise<{ ask(sql: string): Promise<(string | null)[][]>, close(): void }>}
 */
export async function openSession({ port, user, password, database }) {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => {}); // the reader below throws it; this keeps a late one from ending the process
  socket.setTimeout(5_000, () => socket.destroy(new Error('the server does not answer')));
  const messages = read(socket);
  try {
    socket.write(
      packet('', int32(196_608), text('user'), text(user), text('database'), text(database), text('')),
    );
    await authenticate(socket, messages, password);
    await until(messages, 'Z');
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return {
    async ask(sql) {
      socket.write(packet('Q', text(sql)));
      return until(messages, 'Z');
    },
    close() {
      socket.end(packet('X'));
    },
  };
}

/** @param {net.Socket} socket @param {Messages} messages @param {string} password */
async function authenticate(socket, messages, password) {
  const nonce = randomBytes(18).toString('base64');
  const bare = `n=,r=${nonce}`;
  let signature = '';
  for (;;) {
    const { body } = await next(messages, 'R');
    const kind = body.readInt32BE(0);
    if (kind === 10) {
      const first = Buffer.from(`n,,${bare}`);
      socket.write(packet('p', text('SCRAM-SHA-256'), int32(first.length), first));
    } else if (kind === 11) {
      const proof = prove({ password, bare, nonce, challenge: body.toString('utf8', 4) });
      signature = proof.signature;
      socket.write(packet('p', Buffer.from(proof.answer)));
    } else if (kind === 12) {
      if (body.toString('utf8', 4) !== `v=${signature}`) throw new Error('another server answers');
    } else if (kind === 0 && signature) {
      return;
    } else {
      throw new Error('another server answers');
    }
  }
}

/** @param {{ password: string, bare: string, nonce: string, challenge: string }} said */
function prove({ password, bare, nonce, challenge }) {
  const said = Object.fromEntries(challenge.split(',').map((part) => [part[0], part.slice(2)]));
  if (!said.r?.startsWith(nonce)) throw new Error('another server answers');
  const salted = pbkdf2Sync(password, Buffer.from(said.s ?? '', 'base64'), Number(said.i), 32, 'sha256');
  const clientKey = hmac(salted, 'Client Key');
  const bound = `c=biws,r=${said.r}`;
  const all = `${bare},${challenge},${bound}`;
  const mask = hmac(createHash('sha256').update(clientKey).digest(), all);
  const proof = clientKey.map((byte, i) => byte ^ (mask[i] ?? 0));
  return {
    answer: `${bound},p=${Buffer.from(proof).toString('base64')}`,
    signature: hmac(hmac(salted, 'Server Key'), all).toString('base64'),
  };
}

/** @param {Messages} messages @param {string} last */
async function until(messages, last) {
  const rows = [];
  let failure;
  for (;;) {
    const { type, body } = await next(messages);
    if (type === 'D') rows.push(fields(body));
    if (type === 'E') failure = reported(body);
    if (type !== last) continue;
    if (failure) throw failure;
    return rows;
  }
}

/** @param {Messages} messages @param {string} [wanted] */
async function next(messages, wanted) {
  const { value, done } = await messages.next();
  if (done || !value) throw new Error('the server closed the connection');
  if (wanted && value.type === 'E') throw reported(value.body);
  if (wanted && value.type !== wanted) throw new Error('another server answers');
  return value;
}

/** @param {net.Socket} socket @returns {AsyncGenerator<Message, void, undefined>} */
async function* read(socket) {
  let held = Buffer.alloc(0);
  for await (const chunk of socket) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 5 && held.length > held.readInt32BE(1)) {
      const end = held.readInt32BE(1) + 1;
      if (end < 5) throw new Error('another server answers');
      yield { type: held.toString('latin1', 0, 1), body: held.subarray(5, end) };
      held = held.subarray(end);
    }
  }
}

/** @param {Buffer} body */
function fields(body) {
  const values = [];
  let at = 2;
  for (let left = body.readInt16BE(0); left > 0; left--) {
    const size = body.readInt32BE(at);
    at += 4;
    values.push(size < 0 ? null : body.toString('utf8', at, at + size));
    at += Math.max(size, 0);
  }
  return values;
}

/** @param {Buffer} body */
function reported(body) {
  const parts = body.toString('utf8').split('\0').filter(Boolean);
  const part = (/** @type {string} */ key) => parts.find((one) => one[0] === key)?.slice(1);
  return Object.assign(new Error(part('M') ?? 'unknown error'), { code: part('C') });
}

/** @param {string} type @param {Buffer[]} parts */
function packet(type, ...parts) {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

/** @param {number} number */
function int32(number) {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(number);
  return buffer;
}

/** @param {string} string */
function text(string) {
  return Buffer.from(`${string}\0`);
}

/** @param {import('node:crypto').BinaryLike} key @param {string} message */
function hmac(key, message) {
  return createHmac('sha256', key).update(message).digest();
}
