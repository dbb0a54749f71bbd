import { importedValues } from './source.mjs';

/**
 * A mutation writes by `write`, which stores the times of what it changed; from the database's client it needs types.
 * @type {import('./source.mjs').Rule}
 */
export const transactions = (sources) =>
  sources
    .filter(({ file }) => /^features\/.*[/-]mutations\.ts$/.test(file))
    .filter((source) => [...importedValues(source).values()].some((origin) => origin.endsWith('db/client')))
    .map(({ file }) => `${file}: a mutation writes by write, and imports only types from db/client`);
