// Whether others wait when 200 connections are slow: node bench/slow.mjs
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './ask.mjs';
import { PAGES } from './pages.mjs';
import { figure, median, percentile, print, quick, table, whenCommand } from './report.mjs';
import { tell, withSite } from './site.mjs';
import { holdSlowConnections } from './slow-connections.mjs';

const MANY = 200;
const ROUNDS = quick ? 1 : 5;
const ROUND_MS = quick ? 2000 : 10_000;
const VISITORS = 8;
const PAUSE_MS = 50;
const SETTLED_MS = 3000;
const MOST = 2;

/** @typedef {{ p50: number, p95: number, p99: number }} Latency */

/** @param {{ url: string }} site @returns {Promise<import('./report.mjs').Report>} */
export async function measureSlow({ url }) {
  const large = await recordingOf(url);
  /** @type {Record<'without' | 'beside', Latency[]>} */
  const rounds = { without: [], beside: [] };
  const open = [];
  await latencyOf(url); // warms it
  for (let round = 1; round <= ROUNDS; round++) {
    rounds.without.push(await latencyOf(url));
    const slow = await holdSlowConnections({ url, many: MANY, large });
    try {
      await wait(SETTLED_MS); // the first megabytes for those who read slowly
      rounds.beside.push(await latencyOf(url));
      open.push(slow.stillOpen());
    } finally {
      await slow.release();
    }
    const [without = NaN, beside = NaN] = [rounds.without, rounds.beside].map((some) => some.at(-1)?.p95);
    tell(`round ${round}: p95 ${figure(without)} ms, beside slow connections ${figure(beside)} ms`);
  }
  return report(rounds, Math.min(...open));
}

/** A file that is larger than any page. @param {string} url */
async function recordingOf(url) {
  const page = PAGES.find(({ name }) => name === 'webinar')?.path ?? '';
  const { body } = await ask(url + page);
  const [, path] = /"(\/[^"]+\.webm)"/.exec(body.toString()) ?? [];
  if (!path) throw new Error(`${page} has no recording`);
  return path;
}

/** What visitors wait for who each ask for the pages in turn, with a pause between. @param {string} url @returns {Promise<Latency>} */
async function latencyOf(url) {
  const end = performance.now() + ROUND_MS;
  const each = await Promise.all(Array.from({ length: VISITORS }, () => visitsUntil(end, url)));
  const took = each.flat();
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95), p99: percentile(took, 0.99) };
}

/** @param {number} end @param {string} url */
async function visitsUntil(end, url) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const took = [];
  for (let number = 0; performance.now() < end; number++) {
    const path = PAGES[number % PAGES.length]?.path ?? '/';
    const { status, ms } = await ask(url + path, { agent, headers: { 'accept-encoding': 'gzip' } });
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    took.push(ms);
    await wait(PAUSE_MS);
  }
  agent.destroy();
  return took;
}

/** @param {Record<'without' | 'beside', Latency[]>} rounds @param {number} open @returns {import('./report.mjs').Report} */
function report({ without, beside }, open) {
  const times = middle(beside, 'p95') / middle(without, 'p95');
  return {
    title: 'Beside slow connections',
    text: `${table(
      [`${VISITORS} visitors`, 'p50', 'p95', 'p99'],
      [rowOf('alone', without), rowOf(`beside ${MANY} slow connections`, beside)],
    )}

Medians of ${ROUNDS} alternating rounds of ${ROUND_MS / 1000} s; each visitor asks for ${PAGES.length} pages in turn with ${PAUSE_MS} ms between. Of the slow
connections two fifths send the headers of a request a byte a second, two fifths a form to /sign-in/link in the same way,
and a fifth reads a kilobyte a second of 16 recordings. They were open for ${SETTLED_MS / 1000} s before a round began. At its end at least ${open} of
them still were.`,
    goals: [
      {
        aim: `Beside ${MANY} slow connections the p95 of others at most ${MOST} times what it is without`,
        found: `${figure(times)} times`,
        met: times <= MOST,
      },
    ],
  };
}

/** @param {string} name @param {Latency[]} rounds */
const rowOf = (name, rounds) => [
  name,
  .../** @type {const} */ (['p50', 'p95', 'p99']).map((what) => `${figure(middle(rounds, what))} ms`),
];

/** @param {Latency[]} rounds @param {keyof Latency} what */
const middle = (rounds, what) => median(rounds.map((round) => round[what]));

await whenCommand(import.meta.url, () => withSite(async (site) => print(await measureSlow(site))));
