import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

export type Captured = { status: number; headers: Record<string, string | string[]>; body: Buffer };
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What a handler would send, without sending it: its status, headers and whole body. */
export async function capture(handler: Handler, request: IncomingMessage): Promise<Captured> {
  const response = new CapturedResponse(request);
  await Promise.all([handler(request, response), response.ended]);
  const headers = Object.entries(response.getHeaders()).map(([name, value]) => [
    name,
    Array.isArray(value) ? value : String(value),
  ]);
  return {
    status: response.statusCode,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(response.chunks),
  };
}

/** A response without a connection, which keeps what is written to it. */
class CapturedResponse extends ServerResponse {
  readonly chunks: Buffer[] = [];
  #finish = () => {};
  readonly ended = new Promise<void>((resolve) => {
    this.#finish = resolve;
  });

  override flushHeaders() {}

  override writeHead(status: number, ...rest: unknown[]) {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (headers && typeof headers === 'object')
      for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders))
        if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override write(chunk: unknown, ...rest: unknown[]) {
    this.#take(chunk, rest);
    return true;
  }

  override end(...args: unknown[]) {
    const [chunk, ...rest] = args;
    if (chunk !== undefined && typeof chunk !== 'function') this.#take(chunk, rest);
    // Whoever pipes into a response waits for these.
    this.emit('finish');
    this.emit('close');
    this.#finish();
    return this;
  }

  #take(chunk: unknown, rest: unknown[]) {
    if (chunk) {
      const encoding = rest.find((arg) => typeof arg === 'string') as BufferEncoding | undefined;
      this.chunks.push(
        typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk as Uint8Array),
      );
    }
    for (const callback of rest) if (typeof callback === 'function') callback();
  }
}
