// npm run check: everything that can be said of the sources without running the site.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { architectureFaults } from '../lint/architecture.mjs';
import { belowFloors } from '../lint/floors.mjs';
import { houseFaults } from '../lint/house-rules.mjs';
import { run } from './run.mjs';

/** Each resolves when all is well, and throws what is wrong. @type {{ name: string, run: () => Promise<void> }[]} */
export const checks = [
  {
    name: 'format and lint',
    run: () => tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'),
  },
  { name: 'types', run: () => tool('typescript/bin/tsc', '--noEmit', '--pretty', 'false') },
  { name: 'architecture', run: async () => none(await architectureFaults()) },
  {
    name: 'unused code',
    run: () => tool('knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'),
  },
  { name: 'house rules', run: async () => none(houseFaults()) },
  { name: 'lowest safe versions', run: async () => none(await belowTheFloors()) },
  { name: 'lock file', run: lockFileInStep },
];

/** @param {string} program a path below node_modules/ @param {string[]} args */
async function tool(program, ...args) {
  // Pages import the list of what islands were built to, which a fresh clone lacks.
  if (!existsSync('islands/built.json')) await run(process.execPath, ['scripts/build-assets.mjs']);
  await run(process.execPath, [`node_modules/${program}`, ...args]);
}

async function belowTheFloors() {
  return belowFloors(await json('lint/floors.json'), await json('package-lock.json'));
}

/** A lock file that package.json has left behind, or that lacks another platform's packages, is refused by `npm ci`. */
async function lockFileInStep() {
  await run('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund']);
}

/** @param {string} file */
const json = async (file) => JSON.parse(await readFile(file, 'utf8'));

/** @param {string[]} faults */
function none(faults) {
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const check of checks) {
    try {
      await check.run();
      console.log(`✓ ${check.name}`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`✗ ${check.name}\n${error instanceof Error ? error.message : error}`);
    }
  }
}
