import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress } from './address';

test('a proper address is decoded once', () => {
  expect(parseAddress('/topics/partnerships')).toEqual({ path: '/topics/partnerships', query: '' });
  expect(parseAddress('/a%2520b?x=%C3%A9')).toEqual({ path: '/a%20b', query: '?x=%C3%A9' });
});

test('an absolute target says its host, and is read as the rest of it', () => {
  expect(parseAddress('http://Elsewhere.example/a?b')).toEqual({
    path: '/a',
    query: '?b',
    host: 'elsewhere.example',
  });
  expect(parseAddress('https://shelf.example:3000')).toEqual({
    path: '/',
    query: '',
    host: 'shelf.example:3000',
  });
});

test.each([
  'http://',
  'http://user@elsewhere.example/',
  'ftp://elsewhere.example/',
  undefined,
  '',
  '*',
  '//elsewhere.example/',
  '/a//b',
  '/%',
  '/%zz',
  '/%ff',
  '/a%2Fb',
  '/a%5Cb',
  '/a\\b',
  '/a b',
  '/a%00',
  '/a%0d%0ab',
  '/../etc/passwd',
  '/%2e%2e/etc/passwd',
  '/news/.',
  '/?%',
  '/é',
])('%s is malformed', (target) => {
  expect(parseAddress(target)).toEqual({ refused: 400 });
});

test('a very long one is refused as such', () => {
  expect(parseAddress(`/${'a'.repeat(2048)}`)).toEqual({ refused: 414 });
});

test('never throws, and never lets a dot segment through', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseAddress(`/${text}`);
      if ('path' in parsed) expect(parsed.path.split('/')).not.toContain('..');
    }),
  );
});
