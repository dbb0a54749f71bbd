import { expect, test } from 'vitest';
import { csv, csvRow, csvStream } from './csv';

test('a cell that would be a formula is defused', () => {
  for (const start of ['=', '+', '-', '@', '\t']) expect(csvRow([`${start}1`])).toBe(`'${start}1\r\n`);
  expect(csvRow(['\r1'])).toBe(`"'\r1"\r\n`);
  expect(csvRow(['a=b', '=1,2'])).toBe(`a=b,"'=1,2"\r\n`);
});

test('quotes, commas and line ends are quoted', () => {
  expect(csvRow(['Lane, “A” "B"'])).toBe('"Lane, “A” ""B"""\r\n');
  expect(csvRow(['two\nlines', ''])).toBe('"two\nlines",\r\n');
});

test('a table begins with the mark of UTF-8, whole or in pieces', async () => {
  async function* pieces() {
    yield csvRow(['é']);
    yield '';
    yield csvRow(['2']);
  }
  const bytes = new Uint8Array(await new Response(csvStream(pieces())).arrayBuffer());
  expect(bytes).toEqual(new TextEncoder().encode('\uFEFFé\r\n2\r\n'));
  expect(csv([['é'], ['2']])).toBe('\uFEFFé\r\n2\r\n');
});

test('who stops reading stops what is read for it', async () => {
  let read = 0;
  let ended = false;
  async function* pieces() {
    try {
      for (;;) yield csvRow([String(read++)]);
    } finally {
      ended = true;
    }
  }
  const reader = csvStream(pieces()).getReader();
  await reader.read();
  await reader.read();
  await reader.cancel();
  expect(ended).toBe(true);
  expect(read).toBeLessThan(5);
});
