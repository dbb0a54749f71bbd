import { expect, test, vi } from 'vitest';
import { log, loggedPath, requestId } from './log';

test.each([
  ['/news/a-story?mail=ada@example.org', '/news/a-story'],
  ['/sign-in/abcdef', '/sign-in/…'],
  ['/preview/abcdef/file/12', '/preview/…'],
  ['/sign-in', '/sign-in'],
  ['/sign-in?wrong=mail', '/sign-in'],
])('%s is logged as %s', (url, logged) => {
  expect(loggedPath(url)).toBe(logged);
});

test('a line is one JSON object, with the id of the request and without what a query was asked with', () => {
  const lines: string[] = [];
  const printed = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((line) => lines.push(String(line)) > 0);
  const failed = Object.assign(new Error('Failed query: … params: ada@example.org'), {
    query: 'select 1',
    cause: new Error('the table is away'),
  });
  requestId.run('1234abcd', () => log.fault('it failed', failed));
  printed.mockRestore();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ request: '1234abcd', error: 'the table is away' });
  expect(lines[0]).not.toContain('ada@example.org');
});
