import { expect, test } from 'vitest';
import { Credit, CreditWarning } from './credit';
import vectors from './vectors.json';

test.each(vectors.parse)('what "$id" means is a credit', ({ expected }) => {
  expect(Credit.parse(expected)).toEqual(expected);
});

test('the warnings are those of the examples', () => {
  expect(new Set(CreditWarning.options)).toEqual(new Set(Object.keys(vectors.warnings)));
});

test.each([
  { license: 'cc/by-sa/4.0/de' },
  { licenseUrl: 'javascript:alert(1)' },
  { source: { name: 'Flickr', url: 'data:text/html,x' } },
  { creators: [{ name: ' ', url: null }] },
])('%j is refused', (wrong) => {
  expect(Credit.safeParse({ ...vectors.render[0]?.input, ...wrong }).success).toBe(false);
});
