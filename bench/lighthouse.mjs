// Lighthouse as it comes, for a phone: the median of three runs for each page.
import lighthouse from 'lighthouse';
import { withBrowser } from './browser.mjs';
import { PAGES } from './pages.mjs';
import { figure, print, quick, seconds, table, whenCommand } from './report.mjs';
import { tell, withSite } from './site.mjs';

const RUNS = quick ? 1 : 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** @typedef {import('lighthouse').Result} Result */

/** @param {{ url: string }} site @returns {Promise<import('./report.mjs').Report>} */
export async function measureLighthouse(site) {
  const results = [];
  for (const { name, path } of PAGES) results.push({ name, result: await medianRun(site.url + path, name) });
  const rows = results.map(({ name, result }) => [
    name,
    ...CATEGORIES.map((category) => score(result, category)),
    figure(result.audits['cumulative-layout-shift']?.numericValue ?? NaN),
    `${seconds(result.audits['largest-contentful-paint']?.numericValue ?? NaN)} s`,
    `${figure(result.audits['total-blocking-time']?.numericValue ?? NaN)} ms`,
  ]);
  const head = ['Page', 'Performance', 'Accessibility', 'Best practices', 'SEO', 'CLS', 'LCP', 'TBT'];
  const topic = results.find(({ name }) => name === 'topic')?.result;
  return {
    title: 'Lighthouse',
    text: `${results[0]?.result.lighthouseVersion}, mobile, the run of middle performance of ${RUNS}.\n\n${table(head, rows)}\n\n${failures(results)}`,
    goals: topic ? goalsOf(topic) : [],
  };
}

/** @param {Result} topic @returns {import('./report.mjs').Goal[]} */
function goalsOf(topic) {
  const least = /** @type {Record<string, number>} */ ({ performance: 98 });
  const shift = topic.audits['cumulative-layout-shift']?.numericValue ?? NaN;
  return [
    ...CATEGORIES.map((category) => ({
      aim: `Topic page: ${category} at least ${least[category] ?? 100}`,
      found: String(score(topic, category)),
      met: score(topic, category) >= (least[category] ?? 100),
    })),
    { aim: 'Topic page: no layout shift', found: `CLS ${figure(shift)}`, met: shift === 0 },
  ];
}

/** @param {{ name: string, result: Result }[]} results */
function failures(results) {
  const lines = results.flatMap(({ name, result }) => {
    const failed = CATEGORIES.filter(
      (category) => category !== 'performance' || score(result, category) < 100,
    )
      .flatMap((category) => result.categories[category]?.auditRefs ?? [])
      .filter(({ weight, id }) => weight > 0 && (result.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id} (${result.audits[id]?.displayValue ?? result.audits[id]?.title})`);
    return failed.length > 0 ? [`- ${name}: ${failed.join(', ')}`] : [];
  });
  return lines.length > 0 ? `What took points:\n${lines.join('\n')}` : 'Nothing took points.';
}

/** @param {Result} result @param {string} category */
const score = (result, category) => Math.round((result.categories[category]?.score ?? 0) * 100);

/** @param {string} url @param {string} name */
async function medianRun(url, name) {
  const results = [];
  while (results.length < RUNS) {
    const result = await runLighthouse(url, { onlyCategories: CATEGORIES });
    results.push(result);
    tell(
      `${name}, run ${results.length}: ${CATEGORIES.map((category) => score(result, category)).join(' ')}`,
    );
  }
  results.sort((one, other) => score(one, 'performance') - score(other, 'performance'));
  return /** @type {Result} */ (results[Math.floor(RUNS / 2)]);
}

/**
 * One run for a phone, in a browser of its own. Its trace is lost now and then (NO_NAVSTART): then once more.
 * @param {string} url
 * @param {import('lighthouse').Flags} flags
 * @returns {Promise<Result>}
 */
export async function runLighthouse(url, flags, chances = 3) {
  const done = await withBrowser((port) => lighthouse(url, { logLevel: 'silent', ...flags, port }));
  if (done && !done.lhr.runtimeError) return done.lhr;
  if (chances > 1) return runLighthouse(url, flags, chances - 1);
  throw new Error(`Lighthouse failed: ${done?.lhr.runtimeError?.message}`);
}

await whenCommand(import.meta.url, () => withSite(async (site) => print(await measureLighthouse(site))));
