import { readdir, readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { escaped } from './markdown.mjs';

const fonts = new URL('../../public/fonts/', import.meta.url);

/** @param {{ title: string, css: string, body: string }} page */
export function html({ title, css, body }) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${css}</style></head><body>${body}</body></html>`;
}

/** @param {string} title @param {string[]} lines */
export function slides(title, lines) {
  const name = escaped(title);
  const first = `<section class="first"><p class="kind">Demonstration recording</p><h1>${name}</h1><p class="note">An invented webinar. The voices are synthetic.</p></section>`;
  const rest = lines.map((line, i) => {
    const [, number = '', text = line] = /^(\d+)\. (.*)$/.exec(line) ?? [];
    const mark = number && `<span class="number">${number}</span>`;
    return `<section><h2>${mark}<span>${escaped(text)}</span></h2><p class="foot"><span>${name}</span><span>${i + 2} / ${lines.length + 1}</span></p></section>`;
  });
  return [first, ...rest].join('\n');
}

/** Chromium embeds a variable font as drawings of its letters; one weight at a time it embeds a font. */
export async function fontFaces() {
  const names = await readdir(fonts);
  const made = await Promise.all([
    face(names, 'Source Serif 4', 400),
    face(names, 'Source Serif 4', 600),
    face(names, 'Atkinson Hyperlegible Next', 400),
    face(names, 'Atkinson Hyperlegible Next', 700),
  ]);
  return made.join('\n');
}

/** @param {string[]} names @param {string} family @param {number} weight */
async function face(names, family, weight) {
  const slug = family.toLowerCase().replaceAll(' ', '-');
  const file = names.find((name) => name.startsWith(slug) && name.endsWith('.latin.woff2'));
  if (!file) throw new Error(`public/fonts lacks ${family}: npm run fonts.`);
  /** @type {Buffer} */
  const font = await subsetFont(await readFile(new URL(file, fonts)), undefined, {
    keepAllGlyphs: true,
    targetFormat: 'woff2',
    variationAxes: { wght: weight },
  });
  const data = font.toString('base64');
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
}
