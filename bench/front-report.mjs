import { figure, median, table } from './report.mjs';

const MOST_OF_NGINX = 2;
const LEAST_OF_NEXT = 10;
const NAMES = { nginx: 'a file behind nginx', front: 'this site', next: '`next start`' };
export const SERVERS = /** @type {const} */ (['nginx', 'front', 'next']);

/**
 * @typedef {import('./fire.mjs').Round} Round
 * @typedef {'nginx' | 'front' | 'next'} Server
 * @typedef {{ size: number, page: string, rounds: Record<Server, Round[]>, kB: Record<Server, number> }} Found
 */

/** @param {Found[]} found @param {{ rounds: number, seconds: number }} spent @returns {import('./report.mjs').Report} */
export function frontReport(found, { rounds, seconds }) {
  const head = [
    'Resources, page, server',
    'CPU ms a request',
    'times nginx',
    'Requests a second',
    'p50, ms',
    'p99, ms',
    'kB',
  ];
  const rows = found.flatMap((one) => SERVERS.map((server) => rowOf(one, server)));
  return {
    title: 'A page beside nginx and beside Next alone',
    text: `${table(head, rows)}

Medians of ${rounds} alternating rounds of ${seconds} s over 32 kept connections that ask for gzip; CPU with its lowest and highest. Before the
rounds all three must give the same words, and in a round every answer is a 200 of one length. nginx has our very bytes as
a file; \`next start\` serves the same folder from the same database, adds the framework’s script and compresses each answer.
CPU is that of the server’s processes. The load generator has one core to itself and is nginx’s limit in requests a second.`,
    goals: [...new Set(found.map(({ size }) => size))].flatMap((size) =>
      goalsOf(
        size,
        found.filter((one) => one.size === size),
      ),
    ),
  };
}

/** @param {Found} found @param {Server} server */
function rowOf({ size, page, rounds, kB }, server) {
  const cpu = rounds[server].map(({ cpuMs }) => cpuMs);
  return [
    `${figure(size)}, ${page}, ${NAMES[server]}`,
    `${figure(median(cpu))} (${figure(Math.min(...cpu))} to ${figure(Math.max(...cpu))})`,
    figure(middle(rounds, server) / middle(rounds, 'nginx')),
    .../** @type {const} */ (['perSecond', 'p50', 'p99']).map((what) =>
      figure(median(rounds[server].map((round) => round[what]))),
    ),
    kB[server].toFixed(1),
  ];
}

/** @param {number} size @param {Found[]} pages @returns {import('./report.mjs').Goal[]} the page that does worst counts */
function goalsOf(size, pages) {
  const ofNginx = Math.max(...pages.map(({ rounds }) => middle(rounds, 'front') / middle(rounds, 'nginx')));
  const ofNext = Math.min(...pages.map(({ rounds }) => middle(rounds, 'next') / middle(rounds, 'front')));
  return [
    {
      aim: `${figure(size)} resources: CPU of a request at most ${MOST_OF_NGINX} times nginx’s`,
      found: `${figure(ofNginx)} times`,
      met: ofNginx <= MOST_OF_NGINX,
    },
    {
      aim: `${figure(size)} resources: CPU of a request at least ${LEAST_OF_NEXT} times cheaper than \`next start\``,
      found: `${figure(ofNext)} times`,
      met: ofNext >= LEAST_OF_NEXT,
    },
  ];
}

/** @param {Record<Server, Round[]>} rounds @param {Server} server */
const middle = (rounds, server) => median(rounds[server].map(({ cpuMs }) => cpuMs));
