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
  return new Promise((resolve) => {
    // Paused and not destroyed, so that the refusal can still be sent.
    const end = (answer: ReadBody) => {
      clearTimeout(timer);
      request.off('data', take).off('end', whole).off('close', gone).pause();
      resolve(answer);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > MOST_BYTES) end('too-large');
    };
    const whole = () => end(withBody(request, Buffer.concat(chunks)));
    const gone = () => end('gone');
    const timer = setTimeout(() => end('too-slow'), MOST_MS);
    request.on('data', take).on('end', whole).on('close', gone);
    // Its own errors are those of a connection that has ended.
    request.on('error', () => {});
  });
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
  // Else Node takes its end for that of a broken connection.
  whole.complete = true;
  return whole;
}
