import { expect, test } from 'vitest';
import { csvCell } from './credits-export';

test('a cell that would be a formula is defused', () => {
  for (const start of ['=', '+', '-', '@', '\t']) expect(csvCell(`${start}1`)).toBe(`'${start}1`);
  expect(csvCell('\r1')).toBe(`"'\r1"`);
  expect(csvCell('a=b')).toBe('a=b');
});

test('quotes, commas and line ends are quoted', () => {
  expect(csvCell('Lane, “A” "B"')).toBe('"Lane, “A” ""B"""');
  expect(csvCell('two\nlines')).toBe('"two\nlines"');
});
