import http from 'node:http';

/** @typedef {{ status: number, headers: http.IncomingHttpHeaders, body: Buffer, ms: number }} Answer */

/**
 * One request, its bytes as they are sent: fetch would unpack them. `ms` is the time until the last of them.
 * @param {string} url
 * @param {{ method?: string, headers?: Record<string, string>, agent?: http.Agent }} [options]
 * @returns {Promise<Answer>}
 */
export function ask(url, options = {}) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(url, options, (response) => {
      response.toArray().then((chunks) => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks), ms: performance.now() - begun });
      }, reject);
    });
    request.setTimeout(30_000, () => request.destroy(new Error(`no answer from ${url}`)));
    request.once('error', reject).end();
  });
}

/**
 * A page as everybody gets it who asks for gzip after the first: that one got it compressed quickly, and meanwhile it is
 * compressed at its best.
 * @param {string} url @returns {Promise<Buffer>}
 */
export async function settledPage(url) {
  await gzippedPage(url);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return gzippedPage(url);
}

/** A page as a client gets it that asks for gzip; anything else is refused. @param {string} url @returns {Promise<Buffer>} */
export async function gzippedPage(url) {
  const { status, headers, body } = await ask(url, { headers: { 'accept-encoding': 'gzip' } });
  const encoding = headers['content-encoding'];
  if (status === 200 && encoding === 'gzip' && body.length > 0) return body;
  throw new Error(
    `${url} answers ${status} with ${body.length} bytes of ${encoding ?? 'plain text'}, not gzip`,
  );
}
