import { expect, test } from 'vitest';
import { fileSize } from './file-size';

test('bytes are said in thousands', () => {
  expect([0, 999, 1000, 340_400, 1_240_000].map(fileSize)).toEqual([
    '0 bytes',
    '999 bytes',
    '1 kB',
    '340 kB',
    '1.2 MB',
  ]);
});
