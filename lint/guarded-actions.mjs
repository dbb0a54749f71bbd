import { directivesOf, importedValues, isSiteCode, wordOf } from './source.mjs';

/** @import { Expression, ModuleItem } from '@swc/core' @import { Source } from './source.mjs' */

const doors = [
  { files: /[/-]actions\.tsx?$/, guards: ['staffAction', 'visitorAction'], called: /Action$/ },
  { files: /[/-]routes\.tsx?$/, guards: ['staffRoute', 'visitorRoute'], called: /./ },
];

/**
 * A server action can be called by anybody, through any page that bundles it. So each one is made by a guard of
 * auth/, in an actions.ts that exports nothing else, for staff or for visitors and not for both. A routes.ts likewise.
 * @type {import('./source.mjs').Rule}
 */
export function guardedActions(sources) {
  return sources.filter(isSiteCode).flatMap((source) => {
    const door = doors.find(({ files }) => files.test(source.file));
    const serves = directivesOf(source).includes('use server');
    const isActions = door === doors[0];
    return [
      ...(serves && !isActions ? ['a server action belongs in an actions.ts'] : []),
      ...(isActions && !serves ? ["an actions.ts begins with 'use server'"] : []),
      ...(door ? faultsOf(source, door) : []),
    ].map((fault) => `${source.file}: ${fault}`);
  });
}

/** @param {Source} source @param {typeof doors[number]} door */
function faultsOf(source, { guards, called }) {
  const imported = importedValues(source);
  const exported = source.tree().body.flatMap(exportsOf);
  const used = new Set();
  const faults = exported.flatMap(({ name, value }) => {
    const guard = (value?.type === 'CallExpression' && wordOf(value.callee)) || '';
    if (!guards.includes(guard) || !imported.get(guard)?.startsWith('@/auth/'))
      return [`${name} is not made by ${guards.join(' or ')} of auth/`];
    used.add(guard);
    return called.test(name) ? [] : [`${name} does not end in Action`];
  });
  return used.size > 1 ? [...faults, 'what staff do and what visitors do are in files of their own'] : faults;
}

/** What a statement exports that is more than a type. @param {ModuleItem} item @returns {{ name: string, value?: Expression }[]} */
function exportsOf(item) {
  switch (item.type) {
    case 'ExportDeclaration':
      if (item.declaration.type === 'VariableDeclaration')
        return item.declaration.declarations.map(({ id, init }) =>
          id.type === 'Identifier' ? { name: id.value, value: init } : { name: 'an export' },
        );
      if (/^Ts(TypeAlias|Interface)Declaration$/.test(item.declaration.type)) return [];
      return [{ name: 'identifier' in item.declaration ? item.declaration.identifier.value : 'an export' }];
    case 'ExportNamedDeclaration':
      return item.typeOnly ? [] : [{ name: 'what it exports by name' }];
    case 'ExportAllDeclaration':
      return [{ name: 'all that it exports from elsewhere' }];
    case 'ExportDefaultExpression':
    case 'ExportDefaultDeclaration':
      return [{ name: 'the default export' }];
    default:
      return [];
  }
}
