import { expect, test } from 'vitest';
import { detailWords } from './detail-words';

test('a detail reads as words, without what is empty', () => {
  expect(detailWords({ from: 'editor', to: 'admin' })).toBe('from: editor · to: admin');
  expect(detailWords({ setAt: 'noon', note: null, zone: '', number: 0 })).toBe('set at: noon · number: 0');
  expect(detailWords({ pages: ['/news'] })).toBe('pages: ["/news"]');
});
