import type { IncomingMessage, ServerResponse } from 'node:http';
import { changeCount } from '@/lib/freshness.mjs';
import { type Captured, capture, type Handler } from './capture';
import { acceptedEncoding, encodedBody, LastGood, type Page } from './last-good';
import { log } from './log';
import { UnderWay } from './under-way';

type Ask = { path: string; status: number };
/** What of a request decides how a page is sent, noted before Next sees it. */
type Wish = { head: boolean; ifNoneMatch: string | undefined; acceptEncoding: string | undefined };

/** Pages as Next renders or keeps them; when it cannot, the last good one. */
export class Pages {
  #lastGood = new LastGood();
  #underWay = new UnderWay();

  constructor(private readonly next: Handler) {}

  /** What is no longer public must not come back as the last good page. */
  forget(path: string) {
    this.#lastGood.forget(path);
  }

  async send(request: IncomingMessage, response: ServerResponse, { path, status }: Ask) {
    const wish = wishOf(request);
    const answer = await this.#ask(request, path);
    if (answer) return sendPage(response, { ...answer, status: answer.missing ? 404 : status, wish });
    response.setHeader('retry-after', '30');
    const trouble = await this.#ask(request, '/trouble');
    if (trouble) return sendPage(response, { ...trouble, status: 503, wish });
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end('This page cannot be made just now. Try again in a minute.\n');
  }

  async #ask(request: IncomingMessage, path: string): Promise<Answer | undefined> {
    const fresh = await this.#render(request, path);
    if (fresh?.status === 200) return { page: this.#lastGood.keep(path, contentHeaders(fresh), fresh.body) };
    if (fresh && fresh.status < 500 && path !== '/not-here') {
      // It vanished in this very moment.
      const notHere = await this.#ask(request, '/not-here');
      return notHere && { ...notHere, missing: true };
    }
    const page = this.#lastGood.get(path);
    return page && { page, stale: true };
  }

  /**
   * Visitors who ask at once share one rendering, which may have begun before a change that a later one of them should
   * see. So what was under way during a change is asked for again.
   */
  async #render(request: IncomingMessage, path: string): Promise<Captured | undefined> {
    for (let again = 2; ; again -= 1) {
      const { since, done } = this.#underWay.begin(path);
      const captured = await this.#capture(request, path).finally(done);
      if (changeCount() === since || again === 0) return captured;
    }
  }

  async #capture(request: IncomingMessage, path: string): Promise<Captured | undefined> {
    try {
      return await capture(this.next, plainRequest(request, path));
    } catch (error) {
      log.fault('a page could not be rendered', error);
      return undefined;
    }
  }
}

type Answer = { page: Page; stale?: boolean; missing?: boolean };

const wishOf = ({ method, headers }: IncomingMessage): Wish => ({
  head: method === 'HEAD',
  ifNoneMatch: headers['if-none-match'],
  acceptEncoding: headers['accept-encoding']?.toString(),
});

/**
 * The same request for the whole page and nothing else: no conditions, no encodings, and none of the framework's own
 * headers, with which one page could be stored in the place of another.
 */
function plainRequest(request: IncomingMessage, path: string): IncomingMessage {
  const passed = ['host', 'user-agent', 'x-client-address'];
  request.headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => passed.includes(name)),
  );
  request.url = encodeURI(path);
  request.method = 'GET';
  return request;
}

const contentHeaders = ({ headers }: Captured) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => /^content-(type|disposition)$/.test(name)));

async function sendPage(
  response: ServerResponse,
  { page, status, stale = false, wish }: Answer & { status: number; wish: Wish },
) {
  const encoding = acceptedEncoding(wish.acceptEncoding);
  const body = await encodedBody(page, encoding);
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  response.setHeader('vary', 'accept-encoding');
  // Weak, since the same page goes out in several encodings (RFC 9110, 8.8.1).
  response.setHeader('etag', `W/${page.etag}`);
  response.setHeader('cache-control', status === 200 ? 'public, max-age=0, must-revalidate' : 'no-store');
  if (stale) response.setHeader('x-page', 'stale');
  if (status === 200 && matches(wish.ifNoneMatch, page.etag)) return response.writeHead(304).end();
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.writeHead(status).end(wish.head ? undefined : body);
}

/** By weak comparison, as If-None-Match asks for (RFC 9110, 13.1.2). */
const matches = (header: string | undefined, etag: string) =>
  header?.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim())) ?? false;
