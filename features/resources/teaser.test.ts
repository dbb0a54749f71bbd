import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startOf, teaserOf } from './teaser';

const visible = (text: string) => [...new Intl.Segmenter().segment(text)].length;

test('a text that fits stays as it is', () => {
  expect(startOf('Short & “sweet”.')).toBe('Short & “sweet”.');
  expect(startOf('a'.repeat(250))).toBe('a'.repeat(250));
});

test('a longer one is cut at a word and ends with one ellipsis', () => {
  const teaser = startOf(`${'word '.repeat(80)}`);
  expect(teaser).toMatch(/word…$/);
  expect(visible(teaser)).toBeLessThanOrEqual(250);
  expect(startOf(`${'x'.repeat(249)}. And more`)).toBe(`${'x'.repeat(249)}…`);
});

test('what the editor wrote is shown as written', () => {
  const body = { type: 'doc' as const, content: [] };
  expect(teaserOf({ teaser: 'As written...', body })).toBe('As written...');
  expect(teaserOf({ teaser: null, body })).toBe('');
});

test('never longer than 250 visible characters, and always a start of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      const teaser = startOf(text);
      expect(visible(teaser)).toBeLessThanOrEqual(250);
      if (teaser.endsWith('…')) expect(text.trim().startsWith(teaser.slice(0, -1))).toBe(true);
    }),
  );
});
