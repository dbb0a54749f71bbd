import type { IncomingMessage } from 'node:http';
import { env } from '@/lib/env';

/**
 * The names under which the site is asked for: that of SITE_URL, and this machine's own at its port, as proxies beside it
 * and the operator's browser use. A request for another name is for another site.
 */
export function knownHosts(): Set<string> {
  const { SITE_URL, PORT } = env();
  const own = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${PORT}`);
  return new Set([new URL(SITE_URL).host, ...own]);
}

/** Everybody names one, but for clients of HTTP/1.0 (RFC 9112, 3.2). */
export function hostOf({ headers, rawHeaders }: IncomingMessage): string | 'missing' | 'twice' {
  let seen = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') seen += 1;
  }
  if (seen > 1) return 'twice';
  return headers.host === undefined ? 'missing' : headers.host.toLowerCase();
}
