import { expect, test } from 'vitest';
import { typographic } from './typography';

test.each([
  [`Don't say "no" first.`, 'Don’t say “no” first.'],
  [`"Quarterly report." It went up`, '“Quarterly report.” It went up'],
  [`the '90s and (the library's "quiet hour")`, 'the ’90s and (the library’s “quiet hour”)'],
  [`", and then`, '”, and then'],
])('%s', (straight, set) => {
  expect(typographic(straight)).toBe(set);
});
