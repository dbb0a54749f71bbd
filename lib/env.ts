import { isIP } from 'node:net';
import { z } from 'zod';

const address = z.url({ protocol: /^https?$/, error: 'is not an address such as https://example.org' });

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number({ error: 'is not a number' })
    .int('is not a whole number')
    .min(least, 'is too small')
    .max(most, 'is too large');

/** Every setting there is; `.env.example` lists the same. */
const Env = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is not a database address such as postgres://user:password@host:5432/name')
    .optional(),
  SITE_URL: address.transform((url) => url.replace(/\/+$/, '')).optional(),
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'is empty').default('.data'),
  /** Seals what sign-in keeps in cookies; the start makes one where none is set. */
  AUTH_SECRET: z.string().min(32, 'is shorter than 32 characters').optional(),
  /** Names and seals the actions of staff in compiled pages: read by Next, when it compiles and when it serves. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .string()
    .refine(isKey, 'is not 32 bytes in base64, such as "openssl rand -base64 32" prints')
    .optional(),
  OIDC_ISSUER: z
    .url({ error: 'is not an address such as https://login.example.org' })
    .refine(isSafeIssuer, 'is not an https address')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('your organisation'),
  SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\/[^\s/]+\/?$/,
      'is not a mail server such as smtp://user:password@mail.example.org:587',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^\s@,;<>"]+@[^\s@,;<>"]+|[^@,;<>"\r\n]+ <[^\s@,;<>"]+@[^\s@,;<>"]+>)$/,
      'is not one mail address such as Commonshelf <hello@example.org>',
    )
    .optional(),
  WORKER: z.enum(['on', 'off'], { error: 'is neither on nor off' }).default('on'),
  PAGES_MEMORY_MB: wholeNumber(8, 4096).default(64),
  MAX_CONNECTIONS: wholeNumber(10, 100_000).default(2000),
  /** The figures for Prometheus are at this port of this machine alone; without it, nowhere. */
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
  LOG_REQUESTS: z.enum(['on', 'off'], { error: 'is neither on nor off' }).default('off'),
  /** Whose forwarded headers are believed: `loopback`, or network addresses and ranges, separated by commas. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .refine(
      (list) => list.every(isProxy),
      'is not a list of network addresses such as 10.0.0.0/8, or loopback',
    ),
});
export type Env = z.infer<typeof Env> & { SITE_URL: string; MAIL_FROM: string };

/** Plain http only where nothing leaves the machine. */
function isSafeIssuer(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Other lengths would do for Next; one is enough to explain. */
function isKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === text;
}

function isProxy(text: string): boolean {
  const [address = '', bits] = text.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const longest = isIP(address) === 6 ? 128 : 32;
  return isIP(address) > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest));
}

let known: Env | undefined;

/** Settings from the environment; throws one line that names the wrong one. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const read = Env.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`The setting ${issue?.path.join('.')} ${issue?.message}.`);
  }
  const provider = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const missing = provider.filter((name) => !read.data[name]);
  if (missing.length > 0 && missing.length < provider.length)
    throw new Error(`The setting ${missing[0]} is missing: the three of OIDC_ belong together.`);
  const SITE_URL = read.data.SITE_URL ?? `http://localhost:${read.data.PORT}`;
  return {
    ...read.data,
    SITE_URL,
    MAIL_FROM: read.data.MAIL_FROM ?? `Commonshelf <noreply@${new URL(SITE_URL).hostname}>`,
  };
}
