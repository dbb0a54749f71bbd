import { expect, test } from 'vitest';
import { namedLicences } from './named-licences';
import { imagePolicy } from './policy';
import vectors from './vectors.json';

test.each(vectors.imagePolicy)('$input', ({ input, expected }) => {
  expect(imagePolicy(input)).toEqual(expected);
});

test('a key that is none blocks, as no licence does', () => {
  expect(imagePolicy('cc/by-sa-nd/3.0')).toEqual(imagePolicy(null));
  expect(imagePolicy('toString')).toEqual(imagePolicy(null));
});

test('every named licence has a policy of its own', () => {
  for (const key of namedLicences.keys()) expect(imagePolicy(key).publish, key).not.toBe('block');
});

test.each(['cc/by-nd-nc/1.0', 'cc/by-nc-nd/3.0/us', 'cc/nd/1.0', 'cc/by-nd', 'cc/sampling+/1.0'])(
  '%s is shown whole',
  (key) => {
    expect(imagePolicy(key)).toMatchObject({ crop: 'no', overlay: 'no' });
  },
);

test('retired licences that allow no publication of the whole block it', () => {
  expect(imagePolicy('cc/sampling/1.0').publish).toBe('block');
  expect(imagePolicy('cc/devnations/2.0').publish).toBe('block');
});
