import http from 'node:http';
import { type Page, test as playwright } from '@playwright/test';
import { closeDatabase } from '@/db/client';

export { expect } from '@playwright/test';

export const base = new URL(process.env.BASE_URL ?? 'http://localhost:3000');

/** Closes what a test of a worker opened, so that it can end. */
export const test = playwright.extend<object, { database: undefined }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern.
    async ({}, use) => {
      await use(undefined);
      await closeDatabase();
    },
    { scope: 'worker', auto: true },
  ],
});

export type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer; text: string };

const agents = new Map<string, http.Agent>();

/** One request, its target as written: nothing is followed, decoded or mended. */
export function ask(
  target: string,
  options: {
    method?: string;
    headers?: Record<string, string>;
    body?: string | Buffer;
    of?: string;
    patience?: number;
  } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body, of = base.href, patience = 30_000 } = options;
  const { hostname, port } = new URL(of);
  const agent = agents.get(port) ?? new http.Agent({ keepAlive: true, maxSockets: 24 });
  agents.set(port, agent);
  return new Promise((resolve, reject) => {
    const host = hostname === 'localhost' ? '127.0.0.1' : hostname;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = { host: `${hostname}:${port}`, ...length, ...headers };
    const request = http.request({ host, port, path: target, method, headers: sent, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: whole,
          text: whole.toString(),
        });
      });
    });
    request.setTimeout(patience, () => request.destroy(new Error(`no answer from ${target}`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** Every page that the site tells search engines of. */
export async function sitemap(): Promise<string[]> {
  const { text } = await ask('/sitemap.xml');
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
}

/** One address of each kind of page, by what a visitor would call it. */
export const kinds = {
  home: '/',
  topics: '/topics',
  'a topic with a photo': '/topics/partnerships',
  'a topic without a photo': '/topics/small-libraries',
  'a subtopic': '/topics/hotspot-lending',
  news: '/news',
  'older news': '/news/page/2',
  'a story': '/news/after-the-flood-drying-four-thousand-books',
  'a story with Arabic': '/news/read-aloud-in-arabic-and-english',
  webinars: '/webinars',
  'a webinar to come': '/webinars/mapping-your-service-area',
  'a webinar that was held': '/webinars/social-work-students-and-public-library-partnerships',
  'a recorded webinar': '/webinars/hotspots-without-headaches',
  'a document': '/documents/alternative-text-checklist',
  credits: '/credits',
  'a photo': '/photos/1',
  accessibility: '/accessibility',
  privacy: '/privacy',
  'an unknown address': '/news/never-written',
} as const;

/** Fails the test when the page asks anything of another site. */
export function onlyOurs(page: Page): () => string[] {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.host !== base.host && !/^(data|blob|about):$/.test(url.protocol)) elsewhere.push(request.url());
  });
  return () => elsewhere;
}

/** A form as a browser without scripts sends it. */
export const postForm = (
  target: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: base.origin },
) =>
  ask(target, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
