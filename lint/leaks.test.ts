import { expect, test } from 'vitest';
import { noLeaks } from './leaks.mjs';
import { sourceOf } from './source.mjs';

const faults = (text: string, file = 'docs/operating.md') => noLeaks([sourceOf(file, text)]);

// In pieces, so that this file is none of what it tests.
test.each([
  ['a home', ['', 'home', 'ada', 'site'].join('/')],
  ['a Mac’s home', `see "${['', 'Users', 'ada', 'site'].join('/')}"`],
  ['a Windows home', ['C:', 'Users', 'ada'].join('\\')],
  ['this checkout', `see ${process.cwd()}/lib`],
  ['a private key', ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ')],
  ['a token', `ghp_${'a1'.repeat(18)}`],
])('%s is a leak', (_, text) => expect(faults(text)).toHaveLength(1));

test('what only looks like one is none', () => {
  expect(
    faults('https://example.org/home/ada, /var/lib/commonshelf, lib/home/x, DATA_DIR=/srv/data'),
  ).toEqual([]);
});

test('the lock file names no registry, and neither does .npmrc', () => {
  const host = 'registry.example.org';
  const told = ['package-lock.json: names a registry'];
  expect(faults(`{ "resolved": "https://${host}/a.tgz" }`, 'package-lock.json')).toEqual(told);
  expect(faults('{ "integrity": "sha512-a" }', 'package-lock.json')).toEqual([]);
  expect(faults(`registry=https://${host}/`, '.npmrc')).toEqual(['.npmrc: names a registry']);
  expect(faults('omit-lockfile-registry-resolved=true', '.npmrc')).toEqual([]);
});
