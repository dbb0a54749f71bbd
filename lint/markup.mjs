import { directivesOf, isSiteCode, nodesOf, wordOf } from './source.mjs';

/** @import { Source } from './source.mjs' */

const PHOTO = 'features/photos/photo.tsx';
/** The same of staff, who choose among photos that are not public yet. */
const THUMBNAIL = 'features/photos/admin/thumbnail.tsx';
const htmlAsText =
  /^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|srcDoc|srcdoc)$/;

/**
 * Pictures come from the one component that knows what their licences ask for.
 * @type {import('./source.mjs').Rule}
 */
export const pictures = (sources) =>
  sources
    .filter((source) => isSiteCode(source) && ![PHOTO, THUMBNAIL].includes(source.file))
    .flatMap((source) =>
      elementsOf(source)
        .filter((name) => name === 'img' || name === 'picture')
        .map((name) => `${source.file}: <${name}> is for ${PHOTO} alone; use Photo`),
    );

/**
 * Text becomes elements, never HTML.
 * @type {import('./source.mjs').Rule}
 */
export const textNotHtml = (sources) =>
  sources.filter(isSiteCode).flatMap((source) =>
    nodesOf(source.tree(), 'Identifier', 'StringLiteral')
      .filter(({ value }) => htmlAsText.test(value))
      .map(({ value }) => `${source.file}: ${value} takes text for HTML`),
  );

/**
 * A form's own file is the one kind of client file below app/(public). What these import is seen to by
 * .dependency-cruiser.mjs.
 * @type {import('./source.mjs').Rule}
 */
export const publicPagesWithoutScripts = (sources) =>
  sources
    .filter(({ file }) => /^app\/\(public\)\/.*\.tsx?$/.test(file) && !file.endsWith('-form.tsx'))
    .filter((source) => directivesOf(source).includes('use client'))
    .map(({ file }) => `${file}: only a *-form.tsx is 'use client' below app/(public)`);

/** The names of a file's elements. @param {Source} source */
function elementsOf(source) {
  const tree = source.tree();
  const written = nodesOf(tree, 'JSXOpeningElement').map(({ name }) => wordOf(name));
  const made = nodesOf(tree, 'CallExpression')
    .filter(({ callee }) => nodesOf(callee, 'Identifier').some(({ value }) => value === 'createElement'))
    .map((call) => wordOf(call.arguments[0]?.expression));
  return [...written, ...made];
}
