import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isSlug, slugOf } from './slug';

test.each([
  [
    'Take a StoryWalk Through Downtown with the Library',
    'take-a-storywalk-through-downtown-with-the-library',
  ],
  ['Partnerships & Collaboration', 'partnerships-and-collaboration'],
  ['Was Büchereien über Straßen lernen', 'was-buchereien-uber-strassen-lernen'],
  ['The library’s 10 best', 'the-librarys-10-best'],
  ['Łódź, Ærø, Œuvre', 'lodz-aero-oeuvre'],
  ['StoryWalk® — again!', 'storywalk-again'],
  ['مكتبة', ''],
  ['  ', ''],
])('“%s” becomes %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

it('is cut at a word', () => {
  const slug = slugOf('word '.repeat(40));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug.endsWith('word')).toBe(true);
});

it('is empty or a slug, whatever the title, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const slug = slugOf(title);
      expect(slug === '' || isSlug(slug)).toBe(true);
      expect(slugOf(slug)).toBe(slug);
    }),
  );
});
