import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptedEncoding } from './encodings';
import { commonHead, formOf, type Page } from './prepared';

/** What of a request decides how a page is sent. */
export type Wish = {
  head: boolean;
  acceptEncoding: string | undefined;
  ifNoneMatch: string | undefined;
  ifModifiedSince: string | undefined;
};
export type Sending = {
  page: Page;
  status: number;
  wish: Wish;
  /** It is older than the last change, and there is no better. */
  stale?: boolean;
  /** To somebody who is signed in: nobody in between may keep it. */
  isPrivate?: boolean;
};

export const wishOf = ({ method, headers }: IncomingMessage): Wish => ({
  head: method === 'HEAD',
  acceptEncoding: headers['accept-encoding']?.toString(),
  ifNoneMatch: headers['if-none-match'],
  ifModifiedSince: headers['if-modified-since'],
});

/** Sends a page if it is ready in the encoding that is asked for: the way of nearly every visit, so it does no more than it must. */
export function sendReady(request: IncomingMessage, response: ServerResponse, page: Page): boolean {
  const { headers } = request;
  const form = page.forms[acceptedEncoding(headers['accept-encoding']?.toString())];
  if (!form) return false;
  if ((headers['if-none-match'] || headers['if-modified-since']) && isKnown(page, wishOf(request)))
    return sendKnown(response, page);
  response.writeHead(200, form.head);
  response.end(request.method === 'HEAD' ? undefined : form.body);
  return true;
}

export async function sendPage(response: ServerResponse, sending: Sending) {
  const { page, status, wish, stale = false, isPrivate = false } = sending;
  const form = await formOf(page, acceptedEncoding(wish.acceptEncoding));
  const isKept = status === 200 && !isPrivate;
  if (isKept && isKnown(page, wish)) return void sendKnown(response, page);
  const head = isKept ? form.head : withCacheControl(form.head, isPrivate ? 'private, no-store' : 'no-store');
  response.writeHead(status, stale ? [...head, 'x-page', 'stale'] : head);
  response.end(wish.head ? undefined : form.body);
}

function withCacheControl(head: string[], value: string): string[] {
  const at = head.indexOf('cache-control');
  return head.toSpliced(at, 2, 'cache-control', value);
}

/** 304: the same headers but those of the content (RFC 9110, 15.4.5). */
function sendKnown(response: ServerResponse, page: Page): true {
  response.writeHead(304, commonHead(page)).end();
  return true;
}

/** Whether the client has this page already. A date counts only where no tag is named (RFC 9110, 13.2.2). */
function isKnown({ etag, lastModified }: Page, { ifNoneMatch, ifModifiedSince }: Wish): boolean {
  if (ifNoneMatch) return matches(ifNoneMatch, etag);
  const since = Date.parse(ifModifiedSince ?? '');
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}

/** By weak comparison, as If-None-Match asks for (RFC 9110, 13.1.2). */
const matches = (header: string, etag: string) =>
  header.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));
