import { expect, test } from 'vitest';
import { readEnv } from './env';

test('without settings there are working ones', () => {
  expect(readEnv({})).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    DATA_DIR: '.data',
    WORKER: 'on',
    SITE_URL: 'http://localhost:3000',
    TRUSTED_PROXIES: [],
  });
  expect(readEnv({ PORT: '4000', SITE_URL: '' }).SITE_URL).toBe('http://localhost:4000');
  expect(readEnv({ SITE_URL: 'https://example.org/' }).SITE_URL).toBe('https://example.org');
});

test('mail is from the host of the site, where nothing else is said', () => {
  const { SMTP_URL, MAIL_FROM } = readEnv({ SITE_URL: 'https://shelf.example.org' });
  expect([SMTP_URL, MAIL_FROM]).toEqual([undefined, 'Commonshelf <noreply@shelf.example.org>']);
  expect(readEnv({ MAIL_FROM: 'hello@example.org' }).MAIL_FROM).toBe('hello@example.org');
  expect(readEnv({ MAIL_FROM: 'A Shelf <hello@example.org>' }).MAIL_FROM).toBe('A Shelf <hello@example.org>');
});

test.each([
  [{ PORT: 'abc' }, 'The setting PORT is not a number.'],
  [{ PORT: '0' }, 'The setting PORT is too small.'],
  [{ SITE_URL: 'example.org' }, 'The setting SITE_URL is not an address such as https://example.org.'],
  [
    { DATABASE_URL: 'mysql://x' },
    'The setting DATABASE_URL is not a database address such as postgres://user:password@host:5432/name.',
  ],
  [{ WORKER: 'maybe' }, 'The setting WORKER is neither on nor off.'],
  [
    { TRUSTED_PROXIES: 'loopback, 10.0.0.0/64' },
    'The setting TRUSTED_PROXIES is not a list of network addresses such as 10.0.0.0/8, or loopback.',
  ],
  [
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'c2hvcnQ=' },
    'The setting NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not 32 bytes in base64, such as "openssl rand -base64 32" prints.',
  ],
  [
    { SMTP_URL: 'https://mail.example.org' },
    'The setting SMTP_URL is not a mail server such as smtp://user:password@mail.example.org:587.',
  ],
  [
    { MAIL_FROM: 'a@example.org, b@example.org' },
    'The setting MAIL_FROM is not one mail address such as Commonshelf <hello@example.org>.',
  ],
])('%j is refused in one line', (source, line) => {
  expect(() => readEnv(source)).toThrow(line);
});
