// Ten minutes of everything at once: does memory stay where it is, does nothing fail? node bench/soak.mjs --minutes 10
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { run } from '../scripts/run.mjs';
import { ask } from './ask.mjs';
import { residentMemory } from './processor.mjs';
import { figure, median, print, quick, table, whenCommand } from './report.mjs';
import { closeAll, openCopy, tell } from './site.mjs';
import { visit } from './soak-visitor.mjs';

const SIZE = quick ? 60 : 600;
const VISITORS = 8;
const SAMPLE_MS = quick ? 500 : 5000;
const PUBLISH_MS = quick ? 3000 : 20_000;
const MOST_GROWTH = 1.1;
const { values: given } = parseArgs({ options: { minutes: { type: 'string' } }, strict: false });
const MINUTES = Number(given.minutes ?? (quick ? 0.2 : 10));

/** @typedef {import('./soak-visitor.mjs').Soak} Soak */

/** @returns {Promise<import('./report.mjs').Report>} */
export async function measureSoak() {
  try {
    const copy = await openCopy(SIZE);
    await copy.generate();
    const { url, pid } = await copy.start();
    /** @type {Soak} */
    const soak = {
      until: performance.now() + MINUTES * 60_000,
      url,
      known: await sitemap(url),
      asked: 0,
      walked: 0,
      statuses: new Map(),
      faults: [],
    };
    const visits = Array.from({ length: VISITORS }, () => visit(soak));
    const watched = Promise.all([sampled(soak, pid), published(soak, copy.env), ...visits]);
    const [memory, publishes] = await watched.finally(() => {
      soak.until = 0; // one that fails ends the others
    });
    return report(soak, memory, publishes);
  } finally {
    await closeAll();
  }
}

/** Addresses of the whole site. @param {string} url */
async function sitemap(url) {
  const { body } = await ask(`${url}/sitemap.xml`);
  const known = [...body.toString().matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  );
  if (known.length === 0) throw new Error('the sitemap is empty');
  return known;
}

/** @param {Soak} soak @param {number} pid @returns {Promise<number[]>} */
async function sampled(soak, pid) {
  const memory = [];
  for (; performance.now() < soak.until; await wait(SAMPLE_MS)) {
    memory.push(residentMemory(pid));
    if (memory.length % 12 === 0)
      tell(`${figure(soak.asked)} requests, ${inMegabytes(memory.at(-1) ?? NaN)}`);
  }
  return memory;
}

/** A new story now and then, from another process; throws where visitors do not see it. @param {Soak} soak @param {NodeJS.ProcessEnv} env */
async function published(soak, env) {
  let times = 0;
  for (await wait(PUBLISH_MS); performance.now() < soak.until; await wait(PUBLISH_MS)) {
    await run(process.execPath, ['--import', 'tsx', 'bench/publish.ts', soak.url, '1'], { env });
    soak.known = await sitemap(soak.url);
    times += 1;
  }
  return times;
}

/** @param {Soak} soak @param {number[]} memory @param {number} publishes @returns {import('./report.mjs').Report} */
function report({ asked, statuses, known, faults }, memory, publishes) {
  const [first = NaN, middle = NaN, last = NaN] = [0, 1, 2].map((third) => median(thirdOf(memory, third)));
  const growth = last / middle;
  for (const fault of faults.slice(0, 20)) tell(fault);
  return {
    title: 'Under load for long',
    text: `${table(
      ['Resident memory', 'Median'],
      [
        ['First third', inMegabytes(first)],
        ['Middle third', inMegabytes(middle)],
        ['Last third', inMegabytes(last)],
        ['Most', inMegabytes(Math.max(...memory))],
      ],
    )}

${figure(MINUTES)} minutes, ${VISITORS} visitors without a pause, ${figure(asked)} requests on a site with ${figure(SIZE)} resources: eight of ten
through all ${figure(known.length)} addresses of its sitemap in turn, one for an address nobody asked for before, one for a stray one.
${publishes} stories were published meanwhile. Memory was read every ${SAMPLE_MS / 1000} s. Answers: ${[
      ...statuses,
    ]
      .sort()
      .map(([status, times]) => `${status} ${figure(times)} times`)
      .join(', ')}.`,
    goals: [
      {
        aim: `Resident memory of the last third at most ${MOST_GROWTH} times that of the middle third`,
        found: `${figure(growth)} times`,
        met: growth <= MOST_GROWTH,
      },
      {
        aim: 'Every answer under load as expected, none of them 5xx',
        found: faults.length === 0 ? 'all' : `${figure(faults.length)} otherwise`,
        met: faults.length === 0,
      },
    ],
  };
}

/** @param {number[]} values @param {number} third */
const thirdOf = (values, third) =>
  values.slice(Math.floor((values.length * third) / 3), Math.floor((values.length * (third + 1)) / 3));

/** @param {number} bytes */
const inMegabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

await whenCommand(import.meta.url, async () => {
  const found = await measureSoak();
  print(found);
  if (found.goals.some(({ met }) => !met)) process.exitCode = 1;
});
