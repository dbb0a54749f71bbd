import http from 'node:http';
import { ask } from './ask.mjs';

/** @typedef {{ until: number, url: string, known: string[], asked: number, walked: number, statuses: Map<string, number>, faults: string[] }} Soak */

/** One visitor, who asks again once answered. @param {Soak} soak */
export async function visit(soak) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  while (performance.now() < soak.until) {
    const number = soak.asked++;
    const { path, expected } = chosen(soak, number);
    const headers = { 'accept-encoding': ENCODINGS[number % ENCODINGS.length] ?? '' };
    const answer = await ask(soak.url + path, { headers, agent }).catch((error) => error);
    const status = answer instanceof Error ? answer.message : String(answer.status);
    soak.statuses.set(status, (soak.statuses.get(status) ?? 0) + 1);
    if (!expected.includes(status)) soak.faults.push(`${path} answers ${status}`);
  }
  agent.destroy();
}

const ENCODINGS = ['gzip, br', 'gzip', 'br', 'identity'];

/**
 * Of ten requests eight walk through the whole site, in turn; one is for an address that nobody asked for before, one
 * for what is written wrongly or is somebody else's.
 * @param {Soak} soak @param {number} number @returns {{ path: string, expected: string[] }}
 */
function chosen(soak, number) {
  if (number % 10 === 3) return { path: `/news/nowhere-${number}`, expected: ['404'] };
  if (number % 10 === 7)
    return {
      path: STRAY[Math.floor(number / 10) % STRAY.length] ?? '',
      expected: ['308', '400', '404', '414'],
    };
  return { path: soak.known[soak.walked++ % soak.known.length] ?? '/', expected: ['200'] };
}

const STRAY = [
  '/wp-login.php',
  '/%zz',
  '/topics/partnerships/',
  '//',
  `/${'a'.repeat(3000)}`,
  '/.env',
  '/news/page/9999',
];
