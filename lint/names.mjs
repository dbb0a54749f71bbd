const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Below app/: [slug], [...path], [[...path]], (public), @dialog. */
const nexts = /^(\[[a-zA-Z]+\]|\[{1,2}\.\.\.[a-zA-Z]+\]{1,2}|\([a-z0-9-]+\)|@[a-z0-9-]+)$/;
/** Names that are not ours to choose: of the forges', container engines', patch-package's, drizzle-kit's and fonts' making. */
const given = [
  /^[A-Z]+(\.md)?$/,
  /^Containerfile$/,
  /^patches\/[^/]+\.patch$/,
  /^db\/migrations\//,
  /^public\/fonts\/.*\.OFL\.txt$/,
];
const secondHomes = /^(utils?|helpers?|services?|types?|hooks?|common|misc)$/;

/**
 * Names are kebab-case and say what a thing is. A folder for what belongs nowhere is a second home for what has one,
 * and a barrel hides where things are.
 * @type {import('./source.mjs').Rule}
 */
export const names = (sources) =>
  sources.flatMap(({ file }) => faultsOf(file).map((fault) => `${file}: ${fault}`));

/** @param {string} file */
function faultsOf(file) {
  const parts = file.split('/');
  const isNexts = (/** @type {string} */ part) => file.startsWith('app/') && nexts.test(part);
  const stems = parts.map((part) => part.replace(/\..*$/, ''));
  const vague = stems.find((stem) => secondHomes.test(stem));
  return [
    ...(given.some((pattern) => pattern.test(file)) ||
    parts.every((part) => kebab.test(part) || isNexts(part))
      ? []
      : ['names are kebab-case']),
    ...(vague ? [`“${vague}” says nothing; name the thing`] : []),
    ...(stems.at(-1) === 'index' && /\.(ts|tsx|mjs|js)$/.test(file) && file !== 'db/schema/index.ts'
      ? ['the only barrel is db/schema/index.ts']
      : []),
  ];
}
