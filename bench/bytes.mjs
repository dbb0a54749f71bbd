// Bytes over the wire and requests of the first visit to each page, as a phone's browser counts them.
import { chromium } from '@playwright/test';
import { withBrowser } from './browser.mjs';
import { PAGES } from './pages.mjs';
import { kilobytes, print, table, whenCommand } from './report.mjs';
import { tell, withSite } from './site.mjs';
import { SORTS, visit } from './visit.mjs';

/** @typedef {import('./visit.mjs').Load} Load */

/** @param {{ url: string }} site @returns {Promise<import('./report.mjs').Report>} */
export async function measureBytes(site) {
  /** @type {(string | number)[][]} */
  const rows = [];
  /** @type {Load[]} */
  let topic = [];
  await withBrowser(async (port) => {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 120_000 });
    for (const encoding of ['br', 'gzip'])
      for (const { name, path } of PAGES) {
        const loads = await visit(browser, { url: site.url + path, encoding });
        tell(`${name}, ${encoding}: ${loads.length} requests`);
        rows.push(rowOf(`${name}, ${encoding}`, loads));
        if (name === 'topic' && encoding === 'br') topic = loads;
      }
    await browser.close();
  });
  const head = [
    'Page',
    ...SORTS.map((sort) => (sort === 'Script' ? 'Framework script' : sort)),
    'All',
    'Requests',
  ];
  return {
    title: 'Bytes over the wire',
    text: `kB (1,000 bytes) with headers, cold, on a phone's screen of 412 × 823 points at 1.75 dots, nothing scrolled.\n\n${table(head, rows)}`,
    goals: goalsOf(topic, new URL(site.url).host),
  };
}

/** @param {Load[]} topic @param {string} own @returns {import('./report.mjs').Goal[]} */
function goalsOf(topic, own) {
  const kB = (/** @type {string[]} */ ...sorts) => sum(topic, ...sorts) / 1000;
  const others = [...new Set(topic.map(({ host }) => host))].filter((host) => host !== own);
  /** @param {string} what @param {number} found @param {number} most */
  const atMost = (what, found, most) => ({
    aim: `Topic page: ${what} at most ${most} kB`,
    found: `${found.toFixed(1)} kB`,
    met: found <= most,
  });
  return [
    atMost('HTML and CSS', kB('Document', 'Stylesheet'), 25),
    atMost('fonts', kB('Font'), 52),
    atMost('islands', kB('Island'), 6),
    atMost('framework script', kB('Script'), 0),
    atMost('all but photos (64 KiB)', kB(...SORTS.filter((sort) => sort !== 'Image')), 65.5),
    {
      aim: 'Topic page: at most 8 requests',
      found: String(topic.length),
      met: topic.length <= 8,
    },
    {
      aim: 'Topic page: no request to another host',
      found: others.join(', ') || 'none',
      met: others.length === 0,
    },
  ];
}

/** @param {string} name @param {Load[]} loads */
const rowOf = (name, loads) => [
  name,
  ...SORTS.map((sort) => kilobytes(sum(loads, sort))),
  kilobytes(sum(loads, ...SORTS)),
  loads.length,
];

/** @param {Load[]} loads @param {string[]} sorts */
const sum = (loads, ...sorts) =>
  loads.filter(({ sort }) => sorts.includes(sort)).reduce((total, { bytes }) => total + bytes, 0);

await whenCommand(import.meta.url, () => withSite(async (site) => print(await measureBytes(site))));
