import net from 'node:net';
import { base } from './fixtures';

export type RawAnswer = { status: number; headers: Record<string, string>; body: string };

/** Bytes as they are, over a connection of their own; every answer until the server ends it, or is quiet for a moment. */
export function raw(bytes: string | Buffer, { quiet = 400, patience = 15_000 } = {}): Promise<RawAnswer[]> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(base.port), '127.0.0.1', () => socket.write(bytes));
    const chunks: Buffer[] = [];
    let timer: NodeJS.Timeout | undefined;
    const late = setTimeout(() => socket.destroy(new Error('no answer')), patience);
    const end = () => {
      clearTimeout(timer);
      clearTimeout(late);
      socket.destroy();
      resolve(answersIn(Buffer.concat(chunks)));
    };
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      clearTimeout(timer);
      timer = setTimeout(end, quiet);
    });
    socket.on('end', end);
    socket.on('error', (error) => (chunks.length > 0 ? end() : reject(error)));
    socket.on('close', () => chunks.length === 0 && end());
  });
}

/** By their Content-Length; the body of an answer without one is what follows. */
function answersIn(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = bytes.toString('latin1');
  while (rest) {
    const [, head = ''] = /^(HTTP\/1\.1 .*?)\r\n\r\n/s.exec(rest) ?? [];
    if (!head) break;
    const [first = '', ...lines] = head.split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
    const body = rest.slice(head.length + 4);
    const length = Number(headers['content-length'] ?? body.length);
    const status = Number(first.split(' ')[1]);
    answers.push({ status, headers, body: body.slice(0, length) });
    if (status >= 200) rest = body.slice(length);
    else rest = body;
  }
  return answers;
}
