// From pressing Publish to the new page served: node bench/save-to-public.mjs. Twenty publishes with 6,000 resources.
import { run } from '../scripts/run.mjs';
import { TOPIC } from './pages.mjs';
import { figure, median, print, table, whenCommand } from './report.mjs';
import { closeAll, openCopy, tell } from './site.mjs';

const SIZE = 6000;
const TIMES = 20;
const MOST = 300;

/** @returns {Promise<import('./report.mjs').Report>} */
export async function measureSaveToPublic() {
  tell(`A site with ${SIZE} resources …`);
  const copy = await openCopy();
  try {
    await run(process.execPath, ['--import', 'tsx', 'bench/many.ts', String(SIZE)], { env: copy.env });
    await copy.generate();
    const { url } = await copy.start();
    const command = ['--import', 'tsx', 'bench/press-publish.ts', url, String(TIMES)];
    /** @type {{ own: number, listed: number, first: boolean }[]} */
    const results = JSON.parse(await run(process.execPath, command, { env: { ...copy.env, SITE_URL: url } }));
    return report(results);
  } finally {
    await closeAll();
  }
}

/** @param {{ own: number, listed: number, first: boolean }[]} results @returns {import('./report.mjs').Report} */
function report(results) {
  const own = results.map((result) => result.own);
  const listed = results.map((result) => result.listed);
  const ms = (/** @type {number[]} */ values) =>
    [median(values), Math.min(...values), Math.max(...values)].map((value) => `${figure(value)} ms`);
  return {
    title: 'From pressing Publish to the new page',
    text: `${table(
      [`${TIMES} publishes, ${figure(SIZE)} resources`, 'median', 'least', 'most'],
      [
        ['Until its own page shows the new text', ...ms(own)],
        [`Until ${TOPIC} lists it, too`, ...ms(listed)],
      ],
    )}

Half of them for the first time, half again with another title. An editor’s session calls the action as the button does;
then the page is asked for at once, and its topic after that. Both count from the call.`,
    goals: [
      {
        aim: `From pressing Publish to the new page served, median under ${MOST} ms with 6,000 resources`,
        found: `${figure(median(own))} ms`,
        met: median(own) < MOST,
      },
    ],
  };
}

await whenCommand(import.meta.url, async () => print(await measureSaveToPublic()));
