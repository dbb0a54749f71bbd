import { expect, test } from 'vitest';
import { acceptedEncoding, LastGood } from './last-good';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['BR', 'br'],
] as const)('%s is answered in %s', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});

test('the same bytes stay the same page, compressed forms and all', () => {
  const pages = new LastGood();
  const first = pages.keep('/', {}, Buffer.from('one'));
  expect(pages.keep('/', {}, Buffer.from('one'))).toBe(first);
  expect(pages.keep('/', {}, Buffer.from('two')).etag).not.toBe(first.etag);
  expect(pages.get('/')?.body.toString()).toBe('two');
});
