export const SORTS = ['Document', 'Stylesheet', 'Font', 'Island', 'Script', 'Image', 'Media', 'Other'];
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

/** @typedef {{ sort: string, host: string, bytes: number }} Load */

/**
 * What a browser that was never here fetches for a page.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {{ url: string, encoding: string }} wish
 */
export async function visit(browser, { url, encoding }) {
  const context = await browser.newContext(PHONE); // with an empty cache of its own
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  /** @type {Map<string, Load>} */
  const loads = new Map();
  protocol.on('Network.responseReceived', ({ requestId, type, response }) => {
    const { host, pathname, protocol: scheme } = new URL(response.url);
    if (scheme === 'data:') return;
    const sort = pathname.startsWith('/islands/') ? 'Island' : SORTS.includes(type) ? type : 'Other';
    loads.set(requestId, { sort, host, bytes: 0 });
  });
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const load = loads.get(requestId);
    if (load) load.bytes = encodedDataLength;
  });
  await protocol.send('Network.enable');
  await protocol.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': encoding } });
  await page.goto(url, { waitUntil: 'networkidle' });
  await context.close();
  // What came from the page's own memory, such as an icon named twice, took nothing.
  return [...loads.values()].filter(({ bytes }) => bytes > 0);
}
