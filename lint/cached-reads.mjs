import { importedValues, isSiteCode, nodesOf, wordOf } from './source.mjs';

/** @import { CallExpression, Expression } from '@swc/core' @import { Source } from './source.mjs' */

const CACHE = 'db/cache.ts';

/**
 * A cached read says what it reads: its name, which is that of its constant and nobody else's, and at least one tag.
 * Next's own cache of reads is known to db/cache.ts alone.
 * @type {import('./source.mjs').Rule}
 */
export function cachedReads(sources) {
  const code = sources.filter((source) => isSiteCode(source) && source.file !== CACHE);
  const reads = code.flatMap(readsOf);
  const names = reads.map(({ name }) => name);
  return [
    ...code
      .filter(usesNextsCache)
      .map(({ file }) => `${file}: unstable_cache is for ${CACHE} alone; use cached`),
    ...reads.flatMap(({ file, name, faults }) => faults.map((fault) => `${file}: ${name} ${fault}`)),
    ...reads
      .filter(({ name }, index) => names.indexOf(name) < index)
      .map(({ file, name }) => `${file}: ${name} is what another cached read is called as well`),
  ];
}

/** @param {Source} source */
const usesNextsCache = (source) =>
  nodesOf(source.tree(), 'Identifier', 'StringLiteral').some(({ value }) => value === 'unstable_cache');

/** @param {Source} source */
function readsOf(source) {
  const [cached] = [...importedValues(source)].find(([, origin]) => origin.endsWith('db/cache')) ?? [];
  const tree = source.tree();
  const constants = nodesOf(tree, 'VariableDeclarator');
  return nodesOf(tree, 'CallExpression')
    .filter(({ callee }) => cached && wordOf(callee) === cached)
    .map((call) => {
      const constant = constants.find(({ init }) => init === call);
      const name = constant && wordOf(constant.id);
      return { file: source.file, name: name ?? 'cached(…)', faults: faultsOf(call, name) };
    });
}

/** @param {CallExpression} call @param {string | undefined} name */
function faultsOf(call, name) {
  const options = optionsOf(call);
  const tags = options.get('tags');
  const noTag = tags?.type === 'ArrowFunctionExpression' && isEmptyList(tags.body);
  return [
    ...(name && wordOf(options.get('name')) === name ? [] : ['must be a constant and say its own name']),
    ...(!tags || noTag ? ['must name its tags: what does it read?'] : []),
  ];
}

/** @param {CallExpression} call @returns {Map<string | undefined, Expression>} */
function optionsOf(call) {
  const given = call.arguments[0]?.expression;
  if (given?.type !== 'ObjectExpression') return new Map();
  return new Map(
    given.properties.flatMap((property) =>
      property.type === 'KeyValueProperty' ? [[wordOf(property.key), property.value]] : [],
    ),
  );
}

/** @param {import('@swc/core').ArrowFunctionExpression['body']} body */
const isEmptyList = (body) => body.type === 'ArrayExpression' && body.elements.length === 0;
