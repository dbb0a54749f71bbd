// Cuts the two families into public/fonts/ and writes app/fonts.css. Run by hand, when a family has a new version:
//   npm i --prefix /tmp/fonts @fontsource-variable/source-serif-4 @fontsource-variable/atkinson-hyperlegible-next
//   npm run fonts /tmp/fonts/node_modules
// The folder is the one that holds @fontsource-variable/ (without one: our node_modules).
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(process.argv[2] ?? join(root, 'node_modules'), '@fontsource-variable');
const target = join(root, 'public/fonts');
const limit = 53_248;

/**
 * @typedef {{ regular: string[], bold: string[], wider: [number, number] }} StandIn
 * @typedef {{ slug: string, name: string, weights: { min: number, max: number }, copyright: string,
 *   fallback: string, ascent: number, descent: number, standIns: StandIn[] }} Family
 */

// Of each stand-in: the names it may be installed under, and how much wider our letters are, regular and bold.
/** @type {Family[]} */
const families = [
  {
    slug: 'source-serif-4',
    name: 'Source Serif 4',
    weights: { min: 400, max: 600 },
    copyright:
      '© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.',
    fallback: 'Source Serif 4 Fallback',
    ascent: 1.036,
    descent: 0.335,
    standIns: [
      {
        regular: ['DejaVu Serif', 'DejaVuSerif'],
        bold: ['DejaVu Serif Bold', 'DejaVuSerif-Bold'],
        wider: [0.9272, 0.8522],
      },
      {
        regular: ['Noto Serif', 'Noto Serif Regular', 'NotoSerif-Regular'],
        bold: ['Noto Serif Bold', 'NotoSerif-Bold'],
        wider: [0.9958, 0.9492],
      },
      {
        regular: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'LiberationSerif'],
        bold: [
          'Times New Roman Bold',
          'TimesNewRomanPS-BoldMT',
          'Liberation Serif Bold',
          'LiberationSerif-Bold',
        ],
        wider: [1.1791, 1.1234],
      },
      { regular: ['Georgia'], bold: ['Georgia Bold', 'Georgia-Bold'], wider: [1.0745, 0.9372] },
    ],
  },
  {
    slug: 'atkinson-hyperlegible-next',
    name: 'Atkinson Hyperlegible Next',
    weights: { min: 400, max: 700 },
    copyright: '',
    fallback: 'Atkinson Fallback',
    ascent: 0.984,
    descent: 0.316,
    standIns: [
      {
        regular: ['DejaVu Sans', 'DejaVuSans'],
        bold: ['DejaVu Sans Bold', 'DejaVuSans-Bold'],
        wider: [0.8735, 0.8324],
      },
      {
        regular: ['Roboto', 'Roboto Regular', 'Roboto-Regular'],
        bold: ['Roboto Bold', 'Roboto-Bold'],
        wider: [0.9981, 1.0572],
      },
      {
        regular: ['Helvetica Neue', 'HelveticaNeue'],
        bold: ['Helvetica Neue Bold', 'HelveticaNeue-Bold'],
        wider: [0.9867, 0.9958],
      },
      {
        regular: ['Arial', 'ArialMT', 'Liberation Sans', 'LiberationSans'],
        bold: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'LiberationSans-Bold'],
        wider: [0.996, 0.9959],
      },
    ],
  },
];

const printed = new Set([...span(0x20, 0x7e), ...span(0xa0, 0xff), ...codes('–—‘’“”…•→←↑×−′″€™®')]);
// Enough to set text well; fractions and the like are left out of the first load.
const features = ['ccmp', 'kern', 'liga', 'mark', 'mkmk', 'pnum', 'tnum'];

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
/** @type {string[]} */
const sheets = [];
let first = 0;
for (const family of families) sheets.push(await cut(family));
if (first > limit) throw new Error(`The two first files are ${first} bytes; ${limit} are allowed.`);
await writeFile(join(root, 'app/fonts.css'), `${head()}\n${sheets.join('\n')}`);
console.log(`the two first files: ${first} bytes of ${limit}`);

/** @param {Family} family */
async function cut(family) {
  const folder = join(source, family.slug);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const licence = await readFile(join(folder, 'LICENSE'), 'utf8');
  const notice = [family.copyright, licence].filter(Boolean).join('\n\n');
  await writeFile(join(target, `${family.slug}.OFL.txt`), notice);

  const rules = [];
  for (const piece of pieces(JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')))) {
    const file = `${family.slug}.${version}.${piece.subset}.woff2`;
    const whole = await readFile(join(folder, `files/${family.slug}-${piece.from}-wght-normal.woff2`));
    /** @type {Buffer} */
    const font = await subsetFont(whole, piece.letters && String.fromCodePoint(...piece.letters), {
      targetFormat: 'woff2',
      variationAxes: { wght: family.weights },
      keepAllGlyphs: !piece.letters,
      ...piece.options,
    });
    await writeFile(join(target, file), font);
    console.log(`${file}: ${font.length}`);
    if (piece.subset === 'latin') first += font.length;
    rules.push(rule(family, file, piece.range));
  }
  return [...rules, ...fallbacks(family)].join('\n');
}

/**
 * The files of a family in the order of their rules: the last rule that covers a letter is asked first.
 * @param {Record<string, string>} ranges as fontsource has them
 * @returns {{ subset: string, from: string, range: string, letters?: number[], options?: object }[]}
 */
function pieces({ latin = '', ...others }) {
  const control = (/** @type {number} */ code) => code < 0x20 || (code > 0x7e && code < 0xa0);
  const rest = parse(latin).filter((code) => !printed.has(code) && !control(code));
  const main = [...printed].sort((a, b) => a - b);
  const whole = Object.entries(others).map(([subset, range]) => {
    return { subset, from: subset, range: range.split(',').join(', ') };
  });
  return [
    ...whole,
    { subset: 'latin-rest', from: 'latin', range: print(rest), letters: rest },
    {
      subset: 'latin',
      from: 'latin',
      range: print(main),
      letters: main,
      options: { keepFeatures: features, noHinting: true },
    },
  ];
}

/** @param {Family} family @param {string} file @param {string} range */
function rule({ name, weights }, file, range) {
  return `@font-face {
  font-family: "${name}";
  font-style: normal;
  font-weight: ${weights.min} ${weights.max};
  font-display: swap;
  src: url("/fonts/${file}") format("woff2");
  unicode-range: ${range};
}
`;
}

/** @param {Family} family */
function fallbacks(family) {
  return family.standIns.flatMap(({ regular, bold, wider }) => [
    fallback(family, { names: regular, weights: '400 599', wider: wider[0] }),
    fallback(family, { names: bold, weights: '600 700', wider: wider[1] }),
  ]);
}

/** @param {Family} family @param {{ names: string[], weights: string, wider: number }} standIn */
function fallback({ fallback, ascent, descent }, { names, weights, wider }) {
  return `@font-face {
  font-family: "${fallback}";
  font-style: normal;
  font-weight: ${weights};
  src:
    ${names.map((name) => `local("${name}")`).join(',\n    ')};
  size-adjust: ${percent(wider)};
  ascent-override: ${percent(ascent / wider)};
  descent-override: ${percent(descent / wider)};
  line-gap-override: 0%;
}
`;
}

function head() {
  return `/* Made by scripts/fonts.mjs: change it there.
   The fallbacks are fonts a visitor has, in the measures of ours, so that nothing moves when ours arrive.
   size-adjust is our average width of a letter by theirs, each weighted by how often English uses the letter
   (xWidthAvg of @capsizecss/metrics 4, @capsizecss/unpack 4 for DejaVu), at 400 and at 600 (serif) or 700 (sans).
   ascent-override and descent-override are our hhea ascent and descent in em, divided by size-adjust.
   Of several rules the last whose font is installed wins. */
`;
}

/** @param {number} number */
function percent(number) {
  return `${+(number * 100).toFixed(2)}%`;
}

/** @param {number} from @param {number} to */
function span(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** @param {string} text */
function codes(text) {
  return Array.from(text, (letter) => /** @type {number} */ (letter.codePointAt(0)));
}

/** @param {string} range */
function parse(range) {
  return range.split(',').flatMap((part) => {
    const [from = '', to = from] = part.replace('U+', '').split('-');
    return span(Number.parseInt(from, 16), Number.parseInt(to, 16));
  });
}

/**
 * [0x20, 0x21, 0x41] → "U+20-21, U+41"
 * @param {number[]} codePoints
 */
function print(codePoints) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const code of codePoints) {
    const run = runs.at(-1);
    if (run && run[1] === code - 1) run[1] = code;
    else runs.push([code, code]);
  }
  const hex = (/** @type {number} */ code) => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => `U+${hex(from)}${from === to ? '' : `-${hex(to)}`}`).join(', ');
}
