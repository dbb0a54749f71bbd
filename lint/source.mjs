import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/**
 * @import { CallExpression, ExpressionStatement, Identifier, JSXAttribute, JSXOpeningElement, Module, Node, StringLiteral, VariableDeclarator } from '@swc/core'
 *
 * A file of the project; `tree` is its syntax, read when somebody asks for it.
 * @typedef {{ file: string, text: string, tree: () => Module }} Source
 *
 * A house rule: what is wrong in these files, in sentences that begin with the file.
 * @typedef {(sources: Source[]) => string[]} Rule
 *
 * What rules look for in a tree.
 * @typedef {CallExpression | ExpressionStatement | Identifier | JSXAttribute | JSXOpeningElement | StringLiteral | VariableDeclarator} Found
 */

/** The text files that are in the repository, or would be after the next `git add`. */
export function projectSources() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\0'))]
    .filter((file) => file && existsSync(file))
    .map((file) => sourceOf(file, readFileSync(file, 'utf8')))
    .filter(({ text }) => !text.includes('\0'));
}

/** @param {string} file @param {string} text @returns {Source} */
export function sourceOf(file, text) {
  /** @type {Module | undefined} */
  let tree;
  return {
    file,
    text,
    tree: () => {
      tree ??= parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2023' });
      return tree;
    },
  };
}

/** The code of the site: without tests, and without the rules, which name what they forbid. @param {Source} source */
export const isSiteCode = ({ file }) =>
  /\.(ts|tsx|mjs|js)$/.test(file) && !/\.test\.tsx?$|^(lint|e2e|bench)\//.test(file);

/**
 * All nodes of some types, wherever they are.
 * @template {Found['type']} Type
 * @param {unknown} within
 * @param {Type[]} types
 * @returns {Extract<Found, { type: Type }>[]}
 */
export function nodesOf(within, ...types) {
  if (typeof within !== 'object' || within === null) return [];
  const inside = Object.values(within).flatMap((value) => nodesOf(value, ...types));
  const wanted = 'type' in within && types.some((type) => type === within.type);
  return wanted ? [/** @type {Extract<Found, { type: Type }>} */ (within), ...inside] : inside;
}

/** What an identifier or a string says; nothing of anything else. @param {Node | undefined} node */
export const wordOf = (node) =>
  node && 'value' in node && typeof node.value === 'string' ? node.value : undefined;

/** The directives of a file or of its functions, such as `use client`. @param {Source} source */
export const directivesOf = (source) =>
  nodesOf(source.tree(), 'ExpressionStatement').flatMap(({ expression }) =>
    expression.type === 'StringLiteral' ? [expression.value] : [],
  );

/** Where each imported value comes from, by its name here; what is imported as a type is not in it. @param {Source} source */
export function importedValues(source) {
  /** @type {Map<string, string>} */
  const origins = new Map();
  for (const statement of source.tree().body) {
    if (statement.type !== 'ImportDeclaration' || statement.typeOnly) continue;
    for (const specifier of statement.specifiers)
      if (specifier.type !== 'ImportSpecifier' || !specifier.isTypeOnly)
        origins.set(specifier.local.value, statement.source.value);
  }
  return origins;
}
