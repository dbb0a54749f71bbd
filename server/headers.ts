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

export function setSecurityHeaders(response: ServerResponse) {
  for (const [name, value] of Object.entries(security)) response.setHeader(name, value);
  if (env().SITE_URL.startsWith('https:'))
    response.setHeader('strict-transport-security', 'max-age=31536000');
}
