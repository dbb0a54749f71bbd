import { randomUUID } from 'node:crypto';
import { IncomingMessage, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { changeCount } from '@/lib/freshness.mjs';
import { type Captured, capture, type Handler } from './capture';
import { acceptedEncoding, encodedBody, LastGood, type Page } from './last-good';
import { log } from './log';
import { UnderWay } from './under-way';

/** Where the page of trouble has room for a reference. */
const NO_REFERENCE = '00000000';

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
    return this.#sendTrouble(request, response, { path, head: wish.head });
  }

  /** The pages that stand in for others are there before they are needed. */
  async warm() {
    const nobody = new IncomingMessage(new Socket());
    for (const path of ['/trouble', '/not-here']) await this.#ask(nobody, path);
  }

  /** A fault of ours; its reference is on the page and in the log. */
  async #sendTrouble(
    request: IncomingMessage,
    response: ServerResponse,
    of: { path: string; head: boolean },
  ) {
    const reference = randomUUID().slice(0, 8);
    log.note('a page could not be made', { reference, path: of.path });
    const trouble = await this.#ask(request, '/trouble');
    const body = trouble?.page.body.toString().replaceAll(NO_REFERENCE, reference);
    response.setHeader('retry-after', '30');
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(
      of.head ? undefined : (body ?? `<p>This page cannot be made just now. Reference ${reference}.</p>\n`),
    );
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
      return await Promise.race([capture(this.next, plainRequest(request, path)), tooLate()]);
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
function plainRequest({ socket, headers }: IncomingMessage, path: string): IncomingMessage {
  const request = new IncomingMessage(socket);
  const passed = ['host', 'user-agent', 'x-client-address'];
  request.headers = Object.fromEntries(Object.entries(headers).filter(([name]) => passed.includes(name)));
  request.url = encodeURI(path);
  request.method = 'GET';
  request.push(null);
  return request;
}

/** A database that neither answers nor refuses must not keep visitors waiting: then the last good page serves. */
async function tooLate(): Promise<never> {
  await wait(10_000, undefined, { ref: false });
  throw new Error('it took too long');
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
