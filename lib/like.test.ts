import { expect, test } from 'vitest';
import { containing } from './like';

test('what a pattern would take for a wildcard stands for itself', () => {
  expect(containing('50 %_\\')).toBe('%50 \\%\\_\\\\%');
});
