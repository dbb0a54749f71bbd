import { cachedReads } from './cached-reads.mjs';
import { guardedActions } from './guarded-actions.mjs';
import { noLeaks } from './leaks.mjs';
import { pictures, publicPagesWithoutScripts, textNotHtml } from './markup.mjs';
import { names } from './names.mjs';
import { projectSources } from './source.mjs';
import { transactions } from './transactions.mjs';

const rules = [
  cachedReads,
  guardedActions,
  names,
  noLeaks,
  pictures,
  publicPagesWithoutScripts,
  textNotHtml,
  transactions,
];

/** What is wrong in the project by the rules that no tool has. */
export function houseFaults() {
  const sources = projectSources();
  if (sources.length === 0) throw new Error('The house rules found no files: is this a git repository?');
  return rules.flatMap((rule) => rule(sources));
}
