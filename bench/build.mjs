// How long a build takes from nothing, how long the site takes to come up, and what the site weighs.
import { rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { run } from '../scripts/run.mjs';
import { residentMemory } from './processor.mjs';
import { median, print, quick, seconds, table, whenCommand } from './report.mjs';
import { closeAll, openCopy, tell } from './site.mjs';

const ROUNDS = quick ? 1 : 3;

/** @returns {Promise<import('./report.mjs').Report>} */
export async function measureBuild() {
  const compiled = await compile();
  tell(`compiled in ${seconds(compiled)} s`);
  const copy = await openCopy();
  const generated = [];
  const coldStarts = [];
  const memory = [];
  for (let round = 1; round <= ROUNDS; round++) {
    generated.push(await copy.generate());
    const server = await copy.start();
    coldStarts.push(server.coldStart);
    memory.push(residentMemory(server.pid));
    await server.stop();
    tell(
      `round ${round}: generated in ${seconds(generated.at(-1) ?? NaN)} s, up in ${seconds(server.coldStart)} s`,
    );
  }
  await closeAll();
  const rows = [
    ['Compile the sources, from nothing', `${seconds(compiled)} s`],
    ['Generate the pages of the demonstration site', `${seconds(median(generated))} s`],
    ['Cold start: process start to the first 200 of the topic page', `${seconds(median(coldStarts))} s`],
    ['Resident memory then', `${Math.round(median(memory) / 1e6)} MB`],
  ];
  return {
    title: 'Build and start',
    text: `${table(['Step', 'Median'], rows)}\n\nOnce, then ${ROUNDS} rounds, on ${cpus().length} cores. The first is needed only when sources changed.`,
    goals: [],
  };
}

/** As scripts/prepare.mjs does it, but aside, so that a site that runs from this checkout keeps its own. */
async function compile() {
  const env = { ...process.env, DIST_DIR: '.next-bench', NEXT_TELEMETRY_DISABLED: '1' };
  await rm('.next-bench', { recursive: true, force: true });
  const begun = performance.now();
  await run(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build', '--experimental-build-mode', 'compile'],
    { env },
  );
  await run(process.execPath, ['scripts/build-assets.mjs', 'compress', '.next-bench/static'], {});
  const took = performance.now() - begun;
  await rm('.next-bench', { recursive: true, force: true });
  return took;
}

await whenCommand(import.meta.url, async () => print(await measureBuild()));
