import { isIP } from 'node:net';
import { z } from 'zod';

const address = z.url({ protocol: /^https?$/, error: 'is not an address such as https://example.org' });

/** Every setting there is; `.env.example` lists the same. */
const Env = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is not a database address such as postgres://user:password@host:5432/name')
    .optional(),
  SITE_URL: address.transform((url) => url.replace(/\/+$/, '')).optional(),
  PORT: z.coerce
    .number({ error: 'is not a number' })
    .int('is not a whole number')
    .min(1, 'is too small')
    .max(65535, 'is too large')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'is empty').default('.data'),
  WORKER: z.enum(['on', 'off'], { error: 'is neither on nor off' }).default('on'),
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
export type Env = z.infer<typeof Env> & { SITE_URL: string };

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
  return { ...read.data, SITE_URL: read.data.SITE_URL ?? `http://localhost:${read.data.PORT}` };
}
