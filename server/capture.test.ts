import { IncomingMessage, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { capture } from './capture';

const request = () => new IncomingMessage(new Socket());

test('status, headers and body, however they are written', async () => {
  const captured = await capture(async (_, response) => {
    response.setHeader('content-type', 'text/plain');
    response.writeHead(201, { 'x-two': ['a', 'b'] });
    response.write('eins, ');
    response.end(Buffer.from('zwei'));
  }, request());
  expect(captured).toEqual({
    status: 201,
    headers: { 'content-type': 'text/plain', 'x-two': ['a', 'b'] },
    body: Buffer.from('eins, zwei'),
  });
});

test('a handler that waits for the response to finish is not kept waiting', async () => {
  const piped = async (_: IncomingMessage, response: ServerResponse) =>
    pipeline(Readable.from(['a', 'b']), response);
  expect((await capture(piped, request())).body.toString()).toBe('ab');
});

test('a handler that fails, fails', async () => {
  await expect(capture(() => Promise.reject(new Error('no')), request())).rejects.toThrow('no');
});
