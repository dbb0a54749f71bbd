import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { env } from '@/lib/env';
import { securityHeaders, setSecurityHeaders } from './headers';
import { sendText } from './send-text';

const SECONDS = 1000;

/** A server that slow or broken clients cannot wear out. */
export function limitedServer(listener: RequestListener): Server {
  const server = createServer(
    {
      // A request's head comes in one piece from everybody who means well.
      headersTimeout: 10 * SECONDS,
      // An upload of a gigabyte over a library's line takes long; other bodies have a limit of their own (body.ts).
      requestTimeout: 3600 * SECONDS,
      connectionsCheckingInterval: 2 * SECONDS,
      // Longer than proxies keep theirs, so that none sends into a connection that is being closed.
      keepAliveTimeout: 65 * SECONDS,
      maxHeaderSize: 16_384,
      // The front says so itself, with its headers.
      requireHostHeader: false,
    },
    listener,
  );
  server.maxConnections = env().MAX_CONNECTIONS;
  // Who takes nothing of an answer for so long has gone.
  server.setTimeout(120 * SECONDS);
  server.on('clientError', refuse);
  server.on('checkExpectation', (_request, response) => {
    setSecurityHeaders(response);
    sendText(response, 417, 'Nothing is expected here.');
  });
  return server;
}

const refusals: Record<string, [string, string]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of this request are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'This request took too long to come.'],
};

/** What is no HTTP gets one answer, and the connection ends: what would follow cannot be told from it. */
function refuse(error: NodeJS.ErrnoException, stream: NodeJS.ReadableStream) {
  const socket = stream as Socket;
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0)
    return void socket.destroy();
  const [status, sentence] = refusals[error.code ?? ''] ?? [
    '400 Bad Request',
    'This request is not written properly.',
  ];
  const body = `${sentence}\n`;
  const security = securityHeaders();
  const lines = security.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${security[at + 1]}`] : []));
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: text/plain; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    ...lines,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
