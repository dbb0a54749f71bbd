import { IncomingMessage } from 'node:http';

export type ReadBody = IncomingMessage | 'too-large' | 'too-slow' | 'gone';

/** What a form or an action may send; files go to routes of their own. */
const MOST_BYTES = 1_048_576;
const MOST_MS = 30_000;

/**
 * The request with its whole body at hand: whoever sends it slowly, or without an end, keeps nobody but themselves busy.
 */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return 'too-large';
  const chunks: Buffer[] = [];
  let size = 0;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    request.destroy();
  }, MOST_MS);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    return late ? 'too-slow' : 'gone';
  } finally {
    clearTimeout(timer);
  }
  return withBody(request, Buffer.concat(chunks));
}

function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const whole = new IncomingMessage(request.socket);
  const { 'transfer-encoding': _, ...headers } = request.headers;
  whole.headers = { ...headers, 'content-length': String(body.length) };
  whole.method = request.method;
  whole.url = request.url;
  whole.httpVersion = request.httpVersion;
  whole.httpVersionMajor = request.httpVersionMajor;
  whole.httpVersionMinor = request.httpVersionMinor;
  if (body.length > 0) whole.push(body);
  whole.push(null);
  return whole;
}
