import type { ServerResponse } from 'node:http';
import { env } from '@/lib/env';

/** What a page may load; `scripts` is the only part that differs between visitors' pages and those of staff. */
export const contentSecurity = (scripts: string) =>
  [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** On every answer. Public pages hold no script but those of `islands/` (server/unscripted.ts). */
const security: Record<string, string> = {
  'content-security-policy': contentSecurity("'self'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** As a list of names and values. */
export function securityHeaders(): string[] {
  const https = env().SITE_URL.startsWith('https:');
  return [
    ...Object.entries(security).flat(),
    ...(https ? ['strict-transport-security', 'max-age=31536000'] : []),
  ];
}

export function setSecurityHeaders(response: ServerResponse) {
  const list = securityHeaders();
  for (let at = 0; at < list.length; at += 2) response.setHeader(list[at] ?? '', list[at + 1] ?? '');
}
