// Makes the demonstration's pictures, printed documents and recordings. Run by hand by whoever changes them:
//   apt-get install chromium ffmpeg flite
//   node scripts/demo-files.mjs [slug …]
// In db/demo/, drawings/NAME.svg becomes photos/drawing-NAME.png, files/src/SLUG.md becomes files/SLUG.pdf, and each
// entry of recordings.json becomes files/slides-SLUG.pdf and files/recording-SLUG.webm.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { printed } from './demo-files/markdown.mjs';
import { fontFaces, html, slides } from './demo-files/pages.mjs';
import { excerpt, record } from './demo-files/recording.mjs';
import { onePage, sheet, slideSheet, tightSheet } from './demo-files/sheets.mjs';

const demo = fileURLToPath(new URL('../db/demo', import.meta.url));
const files = join(demo, 'files');
const only = process.argv.slice(2);

for (const name of await wanted(join(demo, 'drawings'), '.svg')) await drawing(name);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const faces = await fontFaces();
  for (const slug of await wanted(join(files, 'src'), '.md')) await document(slug, faces);
  for (const recording of JSON.parse(await readFile(join(demo, 'recordings.json'), 'utf8'))) {
    if (!only.length || only.includes(recording.slug)) await talk(recording, faces);
  }
} finally {
  await browser.close();
}

/** @param {string} folder @param {string} ending */
async function wanted(folder, ending) {
  const names = await readdir(folder);
  const slugs = names.filter((name) => name.endsWith(ending)).map((name) => basename(name, ending));
  return only.length ? slugs.filter((slug) => only.includes(slug)) : slugs;
}

/** @param {string} name */
async function drawing(name) {
  const path = join(demo, `photos/drawing-${name}.png`);
  const flat = sharp(join(demo, `drawings/${name}.svg`)).flatten({ background: '#fbfaf7' });
  await flat.png({ palette: true, colours: 96, effort: 10, compressionLevel: 9, dither: 0 }).toFile(path);
  await report(path);
}

/** @param {string} slug @param {string} faces */
async function document(slug, faces) {
  const { title, body } = printed(await readFile(join(files, `src/${slug}.md`), 'utf8'));
  const css = faces + sheet + (slug === onePage ? tightSheet : '');
  const page = await browser.newPage();
  await page.setContent(html({ title, css, body }));
  await print(page, join(files, `${slug}.pdf`));
  await page.close();
}

/** @param {{ slug: string, title: string, lines: string[] }} recording @param {string} faces */
async function talk({ slug, title, lines }, faces) {
  const page = await browser.newPage({ viewport: { width: 960, height: 540 } });
  await page.setContent(html({ title, css: faces + slideSheet, body: slides(title, lines) }));
  await print(page, join(files, `slides-${slug}.pdf`));

  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  const sections = await page.locator('section').all();
  for (const [i, section] of sections.entries()) await section.screenshot({ path: join(folder, `${i}.png`) });
  await page.close();

  const cues = excerpt(await readFile(join(files, `transcript-${slug}.vtt`), 'utf8'));
  const path = join(files, `recording-${slug}.webm`);
  await record({ path, title, folder, cues, slides: sections.length });
  await rm(folder, { recursive: true });
  await report(path);
}

/** @param {import('@playwright/test').Page} page @param {string} path */
async function print(page, path) {
  await page.evaluate(() => globalThis.document.fonts.ready);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await report(path);
}

/** @param {string} path */
async function report(path) {
  console.log(`${path.slice(demo.length + 1)}: ${(await stat(path)).size}`);
}
