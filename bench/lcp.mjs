// When the topic page's largest part is painted, beside the same files behind nginx: node bench/lcp.mjs
import { ask } from './ask.mjs';
import { runLighthouse } from './lighthouse.mjs';
import { fileOf, withNginx } from './nginx.mjs';
import { TOPIC } from './pages.mjs';
import { figure, median, print, quick, seconds, table, whenCommand } from './report.mjs';
import { tell, withSite } from './site.mjs';

const ROUNDS = quick ? 1 : 5;
const MOST = 1.15;
// The one encoding that both have.
const GZIP = { 'accept-encoding': 'gzip' };

/** @param {{ url: string }} site @returns {Promise<import('./report.mjs').Report>} */
export async function measureLcp({ url }) {
  const files = await filesOf(url);
  /** @type {Record<'site' | 'nginx', number[]>} */
  const found = { site: [], nginx: [] };
  await withNginx(files, async (nginx) => {
    for (let round = 1; round <= ROUNDS; round++) {
      found.nginx.push(await lcpOf(nginx.url + fileOf(TOPIC)));
      found.site.push(await lcpOf(url + TOPIC));
      tell(
        `round ${round}: ${seconds(found.site.at(-1) ?? NaN)} s, nginx ${seconds(found.nginx.at(-1) ?? NaN)} s`,
      );
    }
  });
  return report(found, files.length);
}

/** The page and all that a browser fetches for it, as the site sends them. @param {string} url @returns {Promise<import('./nginx.mjs').PlainFile[]>} */
async function filesOf(url) {
  const details = (await audited(url + TOPIC))['network-requests']?.details;
  const items = details?.type === 'table' ? details.items : [];
  const paths = items.map((item) => new URL(String(item.url))).filter(({ protocol }) => protocol === 'http:');
  const files = [];
  for (const path of new Set(paths.map(({ pathname }) => pathname))) {
    const { status, headers, body } = await ask(url + path, { headers: GZIP });
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    const gzipped = headers['content-encoding'] === 'gzip';
    files.push({ path: path === TOPIC ? fileOf(path) : path, bytes: body, gzipped });
  }
  return files;
}

/** @param {string} url */
async function lcpOf(url) {
  const lcp = (await audited(url))['largest-contentful-paint']?.numericValue;
  if (!lcp) throw new Error(`Lighthouse found no largest part of ${url}`);
  return lcp;
}

/** @param {string} url */
const audited = async (url) =>
  (await runLighthouse(url, { onlyCategories: ['performance'], extraHeaders: GZIP })).audits;

/** @param {Record<'site' | 'nginx', number[]>} found @param {number} files @returns {import('./report.mjs').Report} */
function report({ site, nginx }, files) {
  const times = median(site) / median(nginx);
  return {
    title: 'Largest part painted',
    text: `${table(['Topic page', 'LCP', 'least', 'most'], [rowOf('this site', site), rowOf('its files behind nginx', nginx)])}

Medians of ${ROUNDS} alternating runs of Lighthouse, mobile, each in a browser of its own, with gzip from both. nginx has the page
and what a browser fetches for it, ${files} files.`,
    goals: [
      {
        aim: `Topic page: LCP at most ${MOST} times that of its files behind nginx`,
        found: `${figure(times)} times`,
        met: times <= MOST,
      },
    ],
  };
}

/** @param {string} name @param {number[]} values */
const rowOf = (name, values) => [
  name,
  ...[median(values), Math.min(...values), Math.max(...values)].map((value) => `${seconds(value)} s`),
];

await whenCommand(import.meta.url, () => withSite(async (site) => print(await measureLcp(site))));
