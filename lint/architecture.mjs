import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const project = path.join(import.meta.dirname, '..');
const places = [
  'app',
  'auth',
  'bench',
  'components',
  'db',
  'e2e',
  'features',
  'instrumentation.ts',
  'islands',
  'jobs',
  'lib',
  'lint',
  'scripts',
  'server',
];

/**
 * What dependency-cruiser saw of a project laid out like this one.
 * @typedef {{
 *   modules: { source: string, dependencies: { resolved: string }[] }[],
 *   summary: { violations: { rule: { name: string }, from: string, to: string }[] },
 * }} Cruise
 */

/** Imports that go where they may not. */
export const architectureFaults = async () => faultsOf(await cruise(project));

/** @param {Cruise} seen */
export function faultsOf({ modules, summary }) {
  // Without a parser that reads TypeScript it sees no import, and so nothing wrong.
  const read = modules.filter(({ source }) => /^(?!node_modules).*\.tsx?$/.test(source));
  const withImports = read.filter(({ dependencies }) => dependencies.length > 0);
  if (withImports.length === 0)
    return [`${modules.length} modules were cruised, and not one dependency was found in TypeScript`];
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** @param {string} folder @returns {Promise<Cruise>} */
export function cruise(folder) {
  const args = [
    path.join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    ...places.filter((place) => existsSync(path.join(folder, place))),
    `--config=${path.join(project, '.dependency-cruiser.mjs')}`,
    '--output-type=json',
  ];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, printed, complaint) => {
      // It leaves with the number of violations.
      if (printed.startsWith('{')) resolve(JSON.parse(printed));
      else reject(new Error(complaint || String(error)));
    });
  });
}
