import { expect, test } from 'vitest';
import { laterPage } from './page-number';

test('a later page has its number written the one way', () => {
  expect(laterPage('2')).toBe(2);
  for (const wrong of ['1', '0', '02', '-2', '2.0', '1e3', 'two', '', '99999999'])
    expect(laterPage(wrong)).toBeUndefined();
});
