import { IncomingMessage, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { env } from '@/lib/env';
import { changeCount, onChange, shownBy } from '@/lib/freshness.mjs';
import { type Captured, capture, type Handler } from './capture';
import { log, requestId } from './log';
import { counts } from './metrics';
import { type Page, Prepared } from './prepared';
import { sendPage, sendReady, wishOf } from './send-page';
import { sendText } from './send-text';
import { UnderWay } from './under-way';

/** Where the page of trouble has room for a reference. */
const NO_REFERENCE = '00000000';
/** After a change, so many of the pages that are old now are made anew before anybody asks, with pauses for who does. */
const AHEAD = 100;
const PAUSE_MS = 20;
const MOST_PAUSES = 25;

type Ask = { path: string; status: number; isPrivate?: boolean };
type Answer = { page: Page; stale?: boolean; missing?: boolean };

/** The public pages, prepared; asked of Next when they are not there or old, and when it cannot, the last good ones. */
export class Pages {
  readonly prepared = new Prepared({ bytes: env().PAGES_MEMORY_MB * 1024 * 1024 });
  #underWay = new UnderWay();
  #asking = new Map<string, { since: number; answer: Promise<Answer | undefined> }>();
  #soon: NodeJS.Timeout | undefined;
  #stopHearing = onChange(() => this.#prepareSoon());

  constructor(private readonly next: Handler) {}

  /** What is no longer public must not come back as the last good page. */
  forget(path: string) {
    this.prepared.forget(path);
  }

  /** Answers at once where the page at this very address is ready and nothing changed since. */
  sendReady(request: IncomingMessage, response: ServerResponse): boolean {
    const page = this.prepared.fresh(request.url ?? '');
    if (!page || !sendReady(request, response, page)) return false;
    counts.prepared += 1;
    return true;
  }

  async send(
    request: IncomingMessage,
    response: ServerResponse,
    { path, status, isPrivate = false }: Ask,
  ): Promise<void> {
    const wish = wishOf(request);
    const answer = isPrivate ? await this.#ask(path) : await this.#answer(path);
    if (!answer) return this.#sendTrouble(response, path);
    const { page, stale = false, missing } = answer;
    if (stale) counts.stale += 1;
    return sendPage(response, { page, status: missing ? 404 : status, wish, stale, isPrivate });
  }

  /** The pages that stand in for others are there before they are needed. */
  async warm() {
    for (const path of ['/trouble', '/not-here']) await this.#answer(path);
  }

  /** Has a page ready that is about to be asked for. */
  async prepare(path: string) {
    await this.#answer(path);
  }

  stop() {
    clearTimeout(this.#soon);
    this.#stopHearing();
  }

  /** A fault of ours; its reference is on the page and in the log. */
  async #sendTrouble(response: ServerResponse, path: string) {
    const reference = requestId.getStore() ?? NO_REFERENCE;
    log.note('a page could not be made', { path });
    const trouble = this.prepared.get('/trouble') ?? (await this.#answer('/trouble'))?.page;
    const page = trouble?.body.toString().replaceAll(NO_REFERENCE, reference);
    sendText(response, 503, page ?? `<p>This page cannot be made just now. Reference ${reference}.</p>`, {
      'content-type': 'text/html; charset=utf-8',
      'retry-after': '30',
    });
  }

  /** The prepared page, or what Next makes; visitors who ask at once wait for one rendering. */
  async #answer(path: string): Promise<Answer | undefined> {
    const page = this.prepared.fresh(path);
    if (page) {
      counts.prepared += 1;
      return { page };
    }
    const since = changeCount();
    const asking = this.#asking.get(path);
    if (asking?.since === since) return asking.answer;
    const answer = this.#ask(path).finally(() => {
      if (this.#asking.get(path)?.answer === answer) this.#asking.delete(path);
    });
    this.#asking.set(path, { since, answer });
    return answer;
  }

  async #ask(path: string): Promise<Answer | undefined> {
    const { captured, since } = await this.#render(path);
    if (captured?.status === 200) {
      const { body } = captured;
      const headers = contentHeaders(captured);
      return { page: this.prepared.keep(path, { headers, body, tags: shownBy(path), since }) };
    }
    if (captured && captured.status < 500 && !standsIn(path)) {
      // It vanished in this very moment.
      const notHere = await this.#answer('/not-here');
      return notHere && { ...notHere, missing: true };
    }
    const page = standsIn(path) ? this.prepared.get(path) : this.prepared.decent(path);
    return page && { page, stale: true };
  }

  /**
   * A rendering of Next's may have been begun for somebody else before a change that a later visitor should see. So what
   * was under way during a change is asked for again.
   */
  async #render(path: string): Promise<{ captured: Captured | undefined; since: number }> {
    for (let again = 2; ; again -= 1) {
      const { since, done } = this.#underWay.begin(path);
      const captured = await this.#capture(path).finally(done);
      if (changeCount() === since || again === 0) return { captured, since };
    }
  }

  async #capture(path: string): Promise<Captured | undefined> {
    counts.renderings += 1;
    try {
      return await Promise.race([capture(this.next, plainRequest(path)), tooLate()]);
    } catch (error) {
      log.fault('a page could not be rendered', error);
      return undefined;
    }
  }

  /** The work is done once, at publishing: the next visitor finds the pages ready. */
  #prepareSoon() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#prepareOld(), 250).unref();
  }

  async #prepareOld() {
    const since = changeCount();
    for (const path of this.prepared.old().slice(0, AHEAD)) {
      // A newer change begins anew; while nothing can be made, nothing is asked for.
      if (changeCount() !== since || (await this.#answer(path))?.stale) return;
      await quietMoment();
    }
  }
}

/** Pauses until nobody else waits for an answer, but not for long: somebody may be reading a recording. */
async function quietMoment() {
  for (let pause = 0; pause === 0 || (counts.underWay > 0 && pause < MOST_PAUSES); pause++)
    await wait(PAUSE_MS, undefined, { ref: false });
}

const standsIn = (path: string) => path === '/trouble' || path === '/not-here';

/** A request for the whole page and nothing else, from nobody: no conditions, no encodings, no headers of the framework. */
function plainRequest(path: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers = { host: new URL(env().SITE_URL).host };
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
