import { expect, test } from 'vitest';
import { Layer } from './layer';

test('what was an item’s is gone when it is replaced, and what another still has is not', () => {
  const layer = new Layer<string>();
  layer.replace('one', [
    ['/a', 'page'],
    ['/file', 'file'],
  ]);
  layer.replace('two', [['/file', 'file']]);
  layer.replace('one', [['/b', 'page']]);
  expect(['/a', '/b', '/file'].map((path) => layer.at(path))).toEqual([undefined, 'page', 'file']);
  layer.replace('two', []);
  expect(layer.at('/file')).toBeUndefined();
});

test('an address that changes hands within two changes belongs to who took it last', () => {
  const layer = new Layer<string>();
  layer.replace('one', [['/a', 'of one']]);
  layer.replace('two', [['/a', 'of two']]);
  layer.replace('one', []);
  expect(layer.at('/a')).toBe('of two');
});
