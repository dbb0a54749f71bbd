// Every measurement, written into docs/figures.md: npm run bench. Takes about ten minutes; keep the machine quiet meanwhile.
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { ensureChromium } from '../scripts/chromium.mjs';
import { measureBuild } from './build.mjs';
import { measureBytes } from './bytes.mjs';
import { measureGrowth } from './growth.mjs';
import { measureLighthouse } from './lighthouse.mjs';
import { measureLoad } from './load.mjs';
import { goalTable } from './report.mjs';
import { measureSaveToPublic } from './save-to-public.mjs';
import { tell, withSite } from './site.mjs';

const FILE = 'docs/figures.md';
const LOAD = loadavg()[0] ?? 0;
/** @type {import('./report.mjs').Report[]} */
const reports = [];
await withSite(async (site) => {
  for (const measure of [measureBytes, measureLighthouse, measureLoad]) reports.push(await measure(site));
});
for (const measure of [measureBuild, measureGrowth, measureSaveToPublic]) reports.push(await measure());

await mkdir('docs', { recursive: true });
await writeFile(FILE, document());
const missed = reports.flatMap(({ goals }) => goals).filter(({ met }) => !met);
tell(
  `\n${FILE} is written. ${missed.length === 0 ? 'All goals are met.' : `Missed: ${missed.map(({ aim }) => aim).join('; ')}.`}`,
);

function document() {
  return `# Figures

Measured on ${new Date().toISOString().slice(0, 10)} with ${machine()};
the load average was ${LOAD.toFixed(1)} at the beginning.

To repeat them: \`npm run bench\` writes this file, in about ten minutes. It wants Chromium, nginx and Linux, and nothing else
running on the machine. One table alone: \`node bench/bytes.mjs\`, \`lighthouse.mjs\`, \`load.mjs\`, \`build.mjs\`, \`growth.mjs\`, \`save-to-public.mjs\`. Each
starts copies of the site with a database and a port of their own and throws them away.

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
