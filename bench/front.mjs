// What a page costs from our front, beside the same page as a plain file behind nginx and beside Next's own server.
import { gzippedPage, settledPage } from './ask.mjs';
import { fire } from './fire.mjs';
import { frontReport, SERVERS } from './front-report.mjs';
import { fileOf, withNginx } from './nginx.mjs';
import { PAGES } from './pages.mjs';
import { figure, print, quick, whenCommand } from './report.mjs';
import { sameWords } from './same-words.mjs';
import { closeAll, openCopy, tell } from './site.mjs';

const SIZES = quick ? [60] : [60, 600, 6000];
const ROUNDS = quick ? 1 : 5;
const SECONDS = quick ? 1 : 3;
const COMPARED = PAGES.filter(({ name }) => ['home', 'topic', 'story'].includes(name));

/**
 * @typedef {import('./front-report.mjs').Found} Found
 * @typedef {Record<typeof SERVERS[number], { url: string, pid: number }>} Targets
 */

/** @returns {Promise<import('./report.mjs').Report>} */
export async function measureFront() {
  /** @type {Found[]} */
  const found = [];
  for (const size of SIZES) found.push(...(await compareAt(size)));
  return frontReport(found, { rounds: ROUNDS, seconds: SECONDS });
}

/** @param {number} size @returns {Promise<Found[]>} */
async function compareAt(size) {
  try {
    const copy = await openCopy(size);
    await copy.generate();
    const front = await copy.start();
    const next = await copy.startNext();
    const files = [];
    for (const { path } of COMPARED)
      files.push({ path: fileOf(path), bytes: await settledPage(front.url + path), gzipped: true });
    return await withNginx(files, (nginx) => compare(size, { nginx, front, next }));
  } finally {
    await closeAll();
  }
}

/** @param {number} size @param {Targets} servers @returns {Promise<Found[]>} */
async function compare(size, servers) {
  const pages = [];
  for (const { name, path } of COMPARED) {
    const targets = targetsOf(path, servers);
    pages.push({ size, page: name, targets, kB: await checked(targets), rounds: noRounds() });
  }
  for (let round = 1; round <= ROUNDS; round++)
    for (const { page, targets, rounds } of pages)
      for (const server of SERVERS) {
        const result = await fire({ ...targets[server], seconds: SECONDS });
        rounds[server].push(result);
        const found = `${figure(result.perSecond)} a second, ${figure(result.cpuMs)} ms`;
        tell(`${size}, round ${round}, ${page}, ${server}: ${found}`);
      }
  return pages;
}

/** The same page from all three, warm, and from nginx the same bytes as from ours. @param {Targets} targets */
async function checked(targets) {
  await sameWords(SERVERS.map((server) => targets[server].url));
  for (const server of SERVERS) await fire({ ...targets[server], seconds: quick ? 1 : 2 });
  const [nginx, front] = [await gzippedPage(targets.nginx.url), await gzippedPage(targets.front.url)];
  if (!nginx.equals(front)) throw new Error(`nginx sends other bytes than ${targets.front.url}`);
  const next = await gzippedPage(targets.next.url);
  return { nginx: nginx.length / 1000, front: front.length / 1000, next: next.length / 1000 };
}

/** @param {string} path @param {Targets} servers @returns {Targets} */
const targetsOf = (path, { nginx, front, next }) => ({
  nginx: { ...nginx, url: nginx.url + fileOf(path) },
  front: { ...front, url: front.url + path },
  next: { ...next, url: next.url + path },
});

/** @returns {Found['rounds']} */
const noRounds = () => ({ nginx: [], front: [], next: [] });

await whenCommand(import.meta.url, async () => print(await measureFront()));
