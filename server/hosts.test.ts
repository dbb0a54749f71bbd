import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { hostOf } from './hosts';

const asked = (...rawHeaders: string[]) =>
  hostOf({ rawHeaders, headers: { host: rawHeaders[1] } } as Partial<IncomingMessage> as IncomingMessage);

test('a host is told in lower case, none is missing, and two are no answer', () => {
  expect(asked('Host', 'Shelf.Example.org')).toBe('shelf.example.org');
  expect(asked()).toBe('missing');
  expect(asked('host', 'a.example', 'HOST', 'b.example')).toBe('twice');
});
