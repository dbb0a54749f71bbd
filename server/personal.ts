import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '@/lib/env';
import { readBody } from './body';
import type { Handler } from './capture';
import { contentSecurity } from './headers';
import { sendText } from './send-text';

/** What belongs to one person, or to the holder of a link: never kept, and Next's own from here on. */
const personal = /^\/(admin|sign-in|preview|api)(\/|$)/;
/** Addresses that hold a token: with `no-referrer` a plain form would send no Origin. */
const secret = /^\/(sign-in|preview)\/./;

export const isPersonal = (path: string) => personal.test(path);

/** Their routes take a file as it comes, and count it themselves. */
const takesFiles = /^\/api\/(uploads|photos)(\/|$)/;

const methods = ['GET', 'HEAD', 'POST'];

/** Passes a request on to Next, with the headers that only we may say, and sees to it that nobody keeps the answer. */
export async function sendPersonal(
  request: IncomingMessage,
  response: ServerResponse,
  { next, path }: { next: Handler; path: string },
) {
  if (!methods.includes(request.method ?? '')) {
    return sendText(response, 405, 'Nothing here takes that.', { allow: methods.join(', ') });
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurity(`'self' 'nonce-${nonce}'`);
  trustOnlyOurs(request, policy);
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-robots-tag', 'noindex, nofollow');
  response.setHeader('referrer-policy', secret.test(path) ? 'strict-origin' : 'same-origin');
  keepPrivate(response);
  const whole = takesFiles.test(path) || request.method !== 'POST' ? request : await readBody(request);
  if (whole === 'gone') return void response.destroy();
  if (typeof whole === 'string') return refuseBody(response, whole);
  await next(whole, response);
}

const bodies = {
  'too-large': [413, 'This is more than can be sent at once.'],
  'too-slow': [408, 'This took too long to come.'],
} as const;

function refuseBody(response: ServerResponse, why: 'too-large' | 'too-slow') {
  const [status, sentence] = bodies[why];
  sendText(response, status, sentence, { connection: 'close' });
}

/** What the framework takes from headers, and a visitor could write there. The nonce is read from the policy. */
function trustOnlyOurs({ headers }: IncomingMessage, policy: string) {
  const { protocol, host } = new URL(env().SITE_URL);
  for (const name of Object.keys(headers))
    if (/^x-(forwarded|middleware|matched|now|invoke)/.test(name)) delete headers[name];
  headers.host = host;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
  headers['content-security-policy'] = policy;
}

/** Whatever the page says: an answer to one person is nobody else's. */
function keepPrivate(response: ServerResponse) {
  const { writeHead } = response;
  response.writeHead = function guarded(this: ServerResponse, ...args: unknown[]) {
    const last = args.at(-1);
    if (last && typeof last === 'object' && !Array.isArray(last))
      for (const name of Object.keys(last))
        if (name.toLowerCase() === 'cache-control') delete (last as Record<string, unknown>)[name];
    this.setHeader('cache-control', 'private, no-store');
    return writeHead.apply(this, args as Parameters<typeof writeHead>);
  } as typeof writeHead;
}
