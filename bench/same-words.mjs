import { gunzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { gzippedPage } from './ask.mjs';

/** @typedef {import('parse5').DefaultTreeAdapterTypes.Node} Node */

/**
 * Sees to it that all servers answer with the same page, as gzip. Scripts do not count: Next's own server sends the
 * framework's, which no reader of ours gets.
 * @param {string[]} urls
 */
export async function sameWords(urls) {
  const pages = [];
  for (const url of urls) pages.push({ url, words: wordsOf(gunzipSync(await gzippedPage(url)).toString()) });
  for (const { url, words } of pages) {
    if (words === '') throw new Error(`${url} says nothing`);
    if (words !== pages[0]?.words) throw new Error(`${url} is another page than ${pages[0]?.url}`);
  }
}

/** @param {string} html */
const wordsOf = (html) => textOf(parse(html)).replace(/\s+/g, ' ').trim();

/** @param {Node} node @returns {string} */
function textOf(node) {
  if (node.nodeName === 'script') return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
