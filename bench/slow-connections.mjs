import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MS = 1000;
// Longer than a round takes in seconds, and no mail address, so that nothing follows from it.
const BODY = `mail=${'a'.repeat(200)}`;

/** @typedef {import('node:net').Socket} Socket */

/**
 * Opens connections that keep a server busy with nothing, and holds them: 40 of 100 send the headers of a request a
 * byte a second, 40 its body, 20 ask for more than fits on the way and read a kilobyte of it a second.
 * @param {{ url: string, many: number, large: string }} wish `large`: the path of something large
 */
export async function holdSlowConnections({ url, many, large }) {
  const sorts = [slowHeaders, slowHeaders, slowBody, slowBody, () => slowReader(url, large)];
  const held = await Promise.all(
    Array.from({ length: many }, (_, index) => (sorts[index % sorts.length] ?? slowHeaders)(url)),
  );
  const timer = setInterval(() => {
    for (const { socket, move } of held) if (!socket.destroyed) move();
  }, EVERY_MS);
  return {
    stillOpen: () => held.filter(({ socket }) => !socket.destroyed).length,
    release: async () => {
      clearInterval(timer);
      for (const { end } of held) end();
      await wait(1000);
      for (const { socket } of held) socket.destroy();
    },
  };
}

/** @param {string} url */
async function slowHeaders(url) {
  const socket = await opened(url);
  socket.write(`GET / HTTP/1.1\r\nhost: ${new URL(url).host}\r\nx-slow: `);
  return { socket, move: () => void socket.write('a'), end: () => void socket.destroy() };
}

/** @param {string} url */
async function slowBody(url) {
  const socket = await opened(url);
  const { host, origin } = new URL(url);
  let left = BODY.length;
  socket.write(
    `POST /sign-in/link HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\n` +
      `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${BODY.length}\r\n\r\n`,
  );
  const send = (/** @type {number} */ many) => {
    socket.write(BODY.slice(-left).slice(0, many));
    left -= many;
  };
  // Whole at the end: Next logs a fault for each body that breaks off.
  return { socket, move: () => send(1), end: () => send(left) };
}

/** @param {string} url @param {string} large */
async function slowReader(url, large) {
  const socket = await opened(url);
  // The system takes the first four megabytes off the server's hands, so that one alone would be no burden.
  socket.write(`GET ${large} HTTP/1.1\r\nhost: ${new URL(url).host}\r\n\r\n`.repeat(16));
  return { socket, move: () => void socket.resume(), end: () => void socket.destroy() };
}

/** Reads a kilobyte each time it is resumed. @param {string} url @returns {Promise<Socket>} */
function opened(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const onread = { buffer: Buffer.alloc(1000), callback: () => false };
    const socket = connect({ host: hostname, port: Number(port), onread }, () => {
      // What the server does to it later is counted, not thrown.
      socket.off('error', reject).on('error', () => {});
      resolve(socket);
    });
    socket.once('error', reject);
  });
}
