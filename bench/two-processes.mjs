// Two processes of one site: from pressing Publish in one of them to the new page, there and in the other.
import { run } from '../scripts/run.mjs';
import { TOPIC } from './pages.mjs';
import { figure, median, percentile, print, quick, table, whenCommand } from './report.mjs';
import { closeAll, openCopy } from './site.mjs';

const SIZE = quick ? 60 : 6000;
const TIMES = quick ? 6 : 200;
const MOST_OWN = 100;
const MOST_ELSEWHERE = 1000;

/** @typedef {{ own: number, listed: number, elsewhere: number }} Took */

/** @returns {Promise<import('./report.mjs').Report>} */
export async function measureTwoProcesses() {
  try {
    const copy = await openCopy(SIZE);
    await copy.generate();
    const { url } = await copy.start();
    const another = await copy.startAnother();
    const command = ['--import', 'tsx', 'bench/press-publish.ts', url, another.url, String(TIMES)];
    return report(JSON.parse(await run(process.execPath, command, { env: { ...copy.env, SITE_URL: url } })));
  } finally {
    await closeAll();
  }
}

/** @param {Took[]} results @returns {import('./report.mjs').Report} */
function report(results) {
  const own = results.map((took) => took.own);
  const elsewhere = results.map((took) => took.elsewhere);
  const inTime = elsewhere.filter((took) => took <= MOST_ELSEWHERE).length;
  return {
    title: 'From pressing Publish to the new page',
    text: `${table(
      [`${results.length} publishes, ${figure(SIZE)} resources`, 'median', 'p95', 'least', 'most'],
      [
        ['Until its own page shows the new text', ...spread(own)],
        [`Until ${TOPIC} lists it, too`, ...spread(results.map((took) => took.listed))],
        ['Until its own page shows the new text in another process', ...spread(elsewhere)],
      ],
    )}

Half of them for the first time, half again with another title. An editor’s session calls the action as the button does;
the page is asked for once it answers. Then its topic is asked for, and at the same time the other process, every 5 ms:
a second start on the same database, with pages of its own. All count from the call. In the other process ${inTime} of
${results.length} were there within ${figure(MOST_ELSEWHERE / 1000)} s.`,
    goals: [
      {
        aim: `From pressing Publish to the new page served, median at most ${MOST_OWN} ms with ${figure(SIZE)} resources`,
        found: `${figure(median(own))} ms`,
        met: median(own) <= MOST_OWN,
      },
      {
        aim: `The same in another process of the site, always within ${figure(MOST_ELSEWHERE / 1000)} s`,
        found: `${inTime} of ${results.length}`,
        met: inTime === results.length,
      },
    ],
  };
}

/** @param {number[]} values */
const spread = (values) =>
  [median(values), percentile(values, 0.95), Math.min(...values), Math.max(...values)].map(
    (value) => `${figure(value)} ms`,
  );

await whenCommand(import.meta.url, async () => print(await measureTwoProcesses()));
