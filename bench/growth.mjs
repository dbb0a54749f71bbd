// What grows with the number of resources, and what must not. One copy of the site for each size, measured in turn.
import { GENERATE, KEPT_PAGE, STEPS } from './growth-steps.mjs';
import { figure, median, print, quick, table, whenCommand } from './report.mjs';
import { closeAll, openCopy, tell } from './site.mjs';

const SIZES = quick ? [60, 90] : [60, 600, 6000];
const ROUNDS = quick ? 1 : 3;
const EXPLANATION = `${ROUNDS} rounds, the sizes in turn: the lowest of pages, start, memory and processor time, the median of the visits and
publications. A story is published by another process than the one that serves; all three times count from the beginning
of the transaction.`;

/** @typedef {import('./growth-steps.mjs').Grown} Grown */

/** @returns {Promise<import('./report.mjs').Report>} */
export async function measureGrowth() {
  /** @type {Grown[]} */
  const all = [];
  try {
    for (const size of SIZES) all.push({ size, copy: await openCopy(size), took: {} });
    for (let round = 1; round <= ROUNDS; round++) for (const grown of all) await measure(grown);
  } finally {
    await closeAll();
  }
  return report(all);
}

/** @param {Grown} grown */
async function measure(grown) {
  for (const { name, unit, of } of STEPS) {
    const values = [await of(grown)].flat();
    grown.took[name] = [...(grown.took[name] ?? []), ...values];
    tell(`${grown.size}: ${name}: ${unit(median(values))}`);
  }
  await grown.server?.stop();
}

/** @param {Grown[]} all @returns {import('./report.mjs').Report} */
function report(all) {
  const found = STEPS.map(({ name, unit, pick }) => ({
    name,
    unit,
    values: all.map(({ took }) => pick(took[name] ?? [])),
  }));
  const rows = found.map(({ name, unit, values }) => [name, ...values.map(unit)]);
  /** @param {string} of @param {string} aim @param {number} most */
  const goal = (of, aim, most) => {
    const [large = NaN, small = NaN] = found.find(({ name }) => name === of)?.values.toReversed() ?? [];
    const times = large / small;
    return { aim, found: `${figure(times)} times`, met: times <= most };
  };
  return {
    title: 'Growth',
    text: `${table(['', ...SIZES.map((size) => `${figure(size)} resources`)], rows)}\n\n${EXPLANATION}`,
    goals: [
      goal(GENERATE, 'A build with 6,000 resources at most 1.5 times one with 600, compiling left out', 1.5),
      goal(KEPT_PAGE, 'A page costs the same with 6,000 resources as with 600, 1.1 for noise', 1.1),
    ],
  };
}

await whenCommand(import.meta.url, async () => print(await measureGrowth()));
