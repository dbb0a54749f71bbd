import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Islands become two files named by their content; with `compress FOLDER`, text files get compressed twins. */
const [, , task, folder = ''] = process.argv;
if (task === 'compress') await compressAll(folder);
else await buildIslands();

async function buildIslands() {
  const out = 'public/islands';
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const names = {
    theme: await emit(out, 'theme', { entryPoints: ['islands/theme.js'], format: 'iife' }),
    islands: await emit(out, 'islands', { entryPoints: ['islands/islands.ts'], format: 'esm' }),
  };
  await writeFile('islands/built.json', `${JSON.stringify(names, null, 2)}\n`);
  await compressAll(out);
}

/** @param {string} out @param {string} name @param {import('esbuild').BuildOptions} options */
async function emit(out, name, options) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    write: false,
    ...options,
  });
  const bytes = outputFiles?.[0]?.contents ?? new Uint8Array();
  const file = `${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.js`;
  await writeFile(path.join(out, file), bytes);
  return `/islands/${file}`;
}

/** @param {string} from */
async function compressAll(from) {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    await writeFile(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
    await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
