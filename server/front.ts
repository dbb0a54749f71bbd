import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compile } from 'proxy-addr';
import { env } from '@/lib/env';
import { parseAddress } from './address';
import type { Handler } from './capture';
import { clientAddress } from './client-address';
import { assetHandler, sendAttachment, sendRendition } from './files';
import { setSecurityHeaders } from './headers';
import { sendHealth } from './health';
import { hostOf, knownHosts } from './hosts';
import { log, loggedPath, requestId } from './log';
import { countStatus, counts } from './metrics';
import type { Pages } from './pages';
import { isPersonal, sendPersonal } from './personal';
import type { Place, Places } from './places';
import { sendText } from './send-text';

type Front = (request: IncomingMessage, response: ServerResponse) => void;

/** Stands before Next: what is not a public address, properly written and asked for, never reaches it. */
export function front({
  pages,
  places,
  distDir,
  next,
}: {
  pages: Pages;
  places: Places;
  distDir: string;
  next: Handler;
}): Front {
  const asset = assetHandler(distDir);
  const trust = compile(env().TRUSTED_PROXIES);
  const hosts = knownHosts();

  /** A reading by somebody who is not signed in, of our own site, with nothing that has just come by the clock. */
  function isPlain(request: IncomingMessage): boolean {
    const { method, headers } = request;
    return (
      (method === 'GET' || method === 'HEAD') &&
      hosts.has(hostOf(request)) &&
      !isSignedIn(headers.cookie) &&
      !places.isDue(Date.now())
    );
  }

  /** Who watches over the site asks by its number, and very old clients by no name at all. */
  function refusedHost(request: IncomingMessage, { host: named, path }: { host?: string; path: string }) {
    const host = named ?? hostOf(request);
    if (host === 'twice' || (host === 'missing' && request.httpVersion !== '1.0')) return 400;
    return host === 'missing' || path.startsWith('/health/') || hosts.has(host) ? undefined : 421;
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    setSecurityHeaders(response);
    const parsed = parseAddress(request.url);
    if ('refused' in parsed)
      return sendText(response, parsed.refused, 'This address is not written properly.');
    const refused = refusedHost(request, parsed);
    if (refused) return sendText(response, refused, hostSentences[refused]);
    // Set here alone: whatever came under this name is not believed.
    request.headers['x-client-address'] = clientAddress(request, trust);

    const { path, query } = parsed;
    if (isPersonal(path)) return sendPersonal(request, response, { next, path });
    const method = request.method ?? '';
    places.turn(new Date());
    const place = places.at(path) ?? (await asset(request, response));
    if (place === 'sent') return;
    if (method !== 'GET' && method !== 'HEAD') return refuseMethod(response, place);
    if (place) return send(place, { request, response, path });
    const found = isSignedIn(request.headers.cookie) ? await places.lookAgain(path) : undefined;
    return found ? send(found, { request, response, path }) : sendUnknown(request, response, path, query);
  }

  async function send(
    place: Place,
    at: { request: IncomingMessage; response: ServerResponse; path: string },
  ) {
    const { request, response, path } = at;
    switch (place.is) {
      case 'page':
        return pages.send(request, response, {
          path,
          status: 200,
          isPrivate: isSignedIn(request.headers.cookie),
        });
      case 'withdrawn':
        pages.forget(path);
        return pages.send(request, response, { path: `/withdrawn${path}`, status: 410 });
      case 'redirect':
        return redirect(response, encodeURI(place.to));
      case 'attachment':
        return sendAttachment(request, response, place.file);
      case 'rendition':
        return sendRendition(request, response, place.key);
      case 'health':
        return sendHealth(response, place.of);
    }
  }

  /** An address of ours with a slash behind it leads there; anything else is not here. */
  function sendUnknown(request: IncomingMessage, response: ServerResponse, path: string, query: string) {
    const bare = path.replace(/\/$/, '');
    if (bare !== path && places.at(bare)) return redirect(response, encodeURI(bare) + query);
    pages.forget(path);
    return pages.send(request, response, { path: '/not-here', status: 404 });
  }

  return (request, response) => {
    if (isPlain(request) && pages.sendReady(request, response)) return void countStatus(response.statusCode);
    const id = randomUUID().slice(0, 8);
    const began = Date.now();
    response.setHeader('x-request-id', id);
    counts.underWay += 1;
    response.once('close', () => {
      counts.underWay -= 1;
      countStatus(response.statusCode);
      if (env().LOG_REQUESTS === 'on') noteAnswer(request, response, Date.now() - began);
    });
    requestId.run(id, () =>
      answer(request, response).catch((error) => {
        log.fault('an answer failed', error);
        if (response.headersSent) response.destroy();
        else sendText(response, 500, `Something went wrong on our side. Reference ${id}.`);
      }),
    );
  };
}

const hostSentences = { 400: 'This request does not name one host.', 421: 'No site of that name is here.' };

/** The session of staff, or Next's own preview. */
const isSignedIn = (cookie: string | undefined) =>
  cookie !== undefined && /(?:^|;\s*)(?:(?:__Host-)?session|__prerender_bypass)=/.test(cookie);

const noteAnswer = ({ method, url = '' }: IncomingMessage, { statusCode }: ServerResponse, ms: number) =>
  log.note('answered', { method, path: loggedPath(url), status: statusCode, ms });

function refuseMethod(response: ServerResponse, place: Place | undefined) {
  response.setHeader('allow', 'GET, HEAD');
  return sendText(response, 405, place ? 'This page can only be read.' : 'Nothing here takes that.');
}

function redirect(response: ServerResponse, to: string) {
  response.writeHead(308, { location: to, 'cache-control': 'public, no-cache', 'content-length': 0 }).end();
}
