import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodedName, fileNameOf } from './file-name';

test.each([
  ['slides.pdf', 'pdf', 'slides.pdf'],
  ['Slides.PDF', 'pdf', 'Slides.pdf'],
  ['slides.csv', 'pdf', 'slides.pdf'],
  ['program.js', 'txt', 'program.js.txt'],
  ['D:\\talks\\Chat 1.txt', 'txt', 'Chat 1.txt'],
  ['../../etc/passwd', 'txt', 'passwd.txt'],
  ['what? “yes” #1 100%.pdf', 'pdf', 'what “yes” 1 100.pdf'],
  ['\u202Efdp.exe', 'txt', 'fdp.exe.txt'],
  ['.pdf', 'pdf', 'file.pdf'],
  ['Лекция.vtt', 'vtt', 'Лекция.vtt'],
])('%s that is .%s is saved as %s', (given, ending, name) => {
  expect(fileNameOf(given, ending)).toBe(name);
});

test('whatever a file is called, its name can stand in an address and keeps its ending', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (given) => {
      const name = fileNameOf(given, 'pdf');
      expect(name).toMatch(/^[^/\\\p{Cc}.][^/\\\p{Cc}]*\.pdf$/u);
      expect([...name].length).toBeLessThanOrEqual(124);
      expect(decodedName(encodeURIComponent(name))).toBe(name);
    }),
  );
});

test('a name that is not encoded properly is no name', () => {
  expect(decodedName('100%')).toBe('');
  expect(decodedName(null)).toBe('');
});
