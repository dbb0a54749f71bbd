// Every measurement, written into docs/figures.md: npm run bench. Takes about 40 minutes; keep the machine quiet meanwhile.
// With `-- --quick` it is a try that takes some minutes and only prints.
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { ensureChromium } from '../scripts/chromium.mjs';
import { measureBuild } from './build.mjs';
import { measureBytes } from './bytes.mjs';
import { measureFront } from './front.mjs';
import { measureGrowth } from './growth.mjs';
import { measureLcp } from './lcp.mjs';
import { measureLighthouse } from './lighthouse.mjs';
import { goalTable, quick } from './report.mjs';
import { tell, withSite } from './site.mjs';
import { measureSlow } from './slow.mjs';
import { measureSoak } from './soak.mjs';
import { measureTwoProcesses } from './two-processes.mjs';

const FILE = 'docs/figures.md';
const LOAD = loadavg()[0] ?? 0;
/** @type {import('./report.mjs').Report[]} */
const reports = [];
await withSite(async (site) => {
  for (const measure of [measureBytes, measureLighthouse, measureLcp, measureSlow])
    reports.push(await measure(site));
});
for (const measure of [measureBuild, measureFront, measureGrowth, measureTwoProcesses, measureSoak])
  reports.push(await measure());

const missed = reports.flatMap(({ goals }) => goals).filter(({ met }) => !met);
if (quick) console.log(document());
else {
  await mkdir('docs', { recursive: true });
  await writeFile(FILE, document());
  tell(`\n${FILE} is written.`);
}
tell(missed.length === 0 ? 'All goals are met.' : `Missed: ${missed.map(({ aim }) => aim).join('; ')}.`);

function document() {
  return `# Figures

Measured on ${new Date().toISOString().slice(0, 10)} with ${machine()};
the load average was ${LOAD.toFixed(1)} at the beginning.

To repeat them: \`npm run bench\` writes this file, in about 40 minutes. It wants Chromium, nginx and Linux, and nothing else
running on the machine. One table alone: \`node bench/bytes.mjs\`, \`lighthouse.mjs\`, \`lcp.mjs\`, \`slow.mjs\`, \`build.mjs\`, \`front.mjs\`,
\`growth.mjs\`, \`two-processes.mjs\`, \`soak.mjs\` (\`--minutes 60\` for longer). Each starts copies of the site with a database and a
port of their own and throws them away. \`--quick\` tries one out in less than a minute, with figures that say nothing.

## Goals

${goalTable(reports.flatMap(({ goals }) => goals))}

${reports.map(({ title, text }) => `## ${title}\n\n${text}`).join('\n\n')}
`;
}

function machine() {
  const chromium = execFileSync(ensureChromium(), ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return [
    `${cpus().length} cores (${cpus()[0]?.model.trim()})`,
    `${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `Node ${process.versions.node}`,
    String(chromium)
      .replace(/ built on.*/s, '')
      .trim(),
    process.platform,
  ].join(', ');
}
