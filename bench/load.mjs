// Requests a second and processor time a request: the topic page beside the same HTML as a file behind nginx.
import { fire } from './fire.mjs';
import { withNginx } from './nginx.mjs';
import { TOPIC } from './pages.mjs';
import { figure, median, print, table, whenCommand } from './report.mjs';
import { tell, withSite } from './site.mjs';

const ROUNDS = 5;
const SECONDS = 4;

/** @param {{ url: string, pid: number }} site @returns {Promise<import('./report.mjs').Report>} */
export async function measureLoad(site) {
  const url = site.url + TOPIC;
  const gzipped = await gzippedPage(url);
  /** @type {Record<'site' | 'nginx', import('./fire.mjs').Round[]>} */
  const rounds = { site: [], nginx: [] };
  await withNginx(gzipped, async (nginx) => {
    const targets = { site: { url, pid: site.pid }, nginx };
    await fire({ ...targets.site, seconds: 2 });
    await fire({ ...targets.nginx, seconds: 2 });
    for (let round = 1; round <= ROUNDS; round++)
      for (const name of /** @type {const} */ (['site', 'nginx'])) {
        const result = await fire({ ...targets[name], seconds: SECONDS });
        rounds[name].push(result);
        tell(`round ${round}, ${name}: ${figure(result.perSecond)} a second, ${figure(result.cpuMs)} ms`);
      }
  });
  const head = ['Topic page', 'Requests a second', 'CPU ms a request', 'Slowest hundredth, ms'];
  const times = middle(rounds.site, 'cpuMs') / middle(rounds.nginx, 'cpuMs');
  return {
    title: 'Requests a second',
    text: `${table(head, [rowOf('this site', rounds.site), rowOf('a file behind nginx', rounds.nginx)])}

Medians (lowest to highest) of ${ROUNDS} alternating rounds of ${SECONDS} s over 32 kept connections, the same ${(gzipped.length / 1000).toFixed(1)} kB of gzip
from both. CPU is that of the server's processes; the load generator has the other core, and is nginx's limit here.
The site takes ${figure(times)} times the processor time of nginx.`,
    goals: [],
  };
}

/** @param {string} name @param {import('./fire.mjs').Round[]} rounds */
const rowOf = (name, rounds) => [
  name,
  .../** @type {const} */ (['perSecond', 'cpuMs', 'p99']).map((what) => {
    const values = rounds.map((round) => round[what]);
    return `${figure(median(values))} (${figure(Math.min(...values))} to ${figure(Math.max(...values))})`;
  }),
];

/** @param {import('./fire.mjs').Round[]} rounds @param {keyof import('./fire.mjs').Round} what */
const middle = (rounds, what) => median(rounds.map((round) => round[what]));

/** The bytes as they are sent; fetch would unpack them. @param {string} url @returns {Promise<Buffer>} */
async function gzippedPage(url) {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, async (response) => {
      if (response.headers['content-encoding'] !== 'gzip')
        return reject(new Error('The page came without gzip.'));
      resolve(Buffer.concat(await response.toArray()));
    }).once('error', reject);
  });
}

await whenCommand(import.meta.url, () => withSite(async (site) => print(await measureLoad(site))));
