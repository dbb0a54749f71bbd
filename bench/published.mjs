import { run } from '../scripts/run.mjs';

/** Published once by each server, for the three lines that tell of it. @type {WeakMap<object, Promise<Record<string, number>[]>>} */
const results = new WeakMap();

/** @param {'committed' | 'listed' | 'reachable'} until @returns {import('./growth-steps.mjs').Step['of']} */
export function published(until) {
  return async ({ server, copy }) => {
    if (!server) throw new Error('the site does not run');
    const some = results.get(server) ?? publishSome(server.url, copy.env);
    results.set(server, some);
    return (await some).map((result) => result[until] ?? NaN);
  };
}

/** @param {string} url @param {NodeJS.ProcessEnv} env @returns {Promise<Record<string, number>[]>} */
async function publishSome(url, env) {
  return JSON.parse(await run(process.execPath, ['--import', 'tsx', 'bench/publish.ts', url, '5'], { env }));
}
