import { readFile } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { acceptedEncoding, compressed, quickly } from './encodings';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['BR', 'br'],
] as const)('%s is answered in %s, also when it is asked again', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
  expect(acceptedEncoding(header)).toBe(encoding);
});

test('both ways of compressing hold the same text, and the best is the smaller', async () => {
  const text = await readFile('README.md');
  for (const [encoding, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const [quick, best] = await Promise.all([quickly(encoding, text), compressed(encoding, text)]);
    expect(unpack(quick)).toEqual(text);
    expect(unpack(best)).toEqual(text);
    expect(best.length).toBeLessThanOrEqual(quick.length);
  }
});
