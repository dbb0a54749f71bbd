import { expect, test } from 'vitest';
import { readingTime, wordCount } from './reading-time';

test.each([
  ['', 0],
  ['One word, two; three.', 4],
  ['مكتبة عامة', 2],
  ['it’s', 1],
])('“%s” has %i words', (text, words) => {
  expect(wordCount(text)).toBe(words);
});

test('a language without spaces has words as well', () => {
  expect(wordCount('図書館へ行く')).toBeGreaterThan(1);
});

test.each([
  [0, '1 minute'],
  [290, '1 minute'],
  [300, '2 minutes'],
  [2_000, '10 minutes'],
])('%i words are read in %s', (words, time) => {
  expect(readingTime(words)).toBe(time);
});
