import type { IncomingMessage } from 'node:http';
import { compile } from 'proxy-addr';
import { expect, test } from 'vitest';
import { clientAddress } from './client-address';

const request = (from: string, forwarded?: string) =>
  ({
    socket: { remoteAddress: from },
    headers: { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

test('forwarded addresses count only behind a trusted proxy, and only as far as such proxies wrote them', () => {
  const none = compile([]);
  const local = compile(['loopback', '10.0.0.0/8']);
  expect(clientAddress(request('203.0.113.9', '1.2.3.4'), none)).toBe('203.0.113.9');
  expect(clientAddress(request('203.0.113.9', '1.2.3.4'), local)).toBe('203.0.113.9');
  expect(clientAddress(request('127.0.0.1', '1.2.3.4'), local)).toBe('1.2.3.4');
  expect(clientAddress(request('127.0.0.1', '6.6.6.6, 1.2.3.4, 10.1.1.1'), local)).toBe('1.2.3.4');
});
