import { and, eq } from 'drizzle-orm';
import { headers } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth, { type Account, type NextAuthConfig, type Profile } from 'next-auth';
import { db } from '@/db/client';
import { identities, staff } from '@/db/schema';
import { env } from '@/lib/env';
import { type StaffUser, staffAdapter } from './adapter';
import type { Person } from './person';

/** Under which the organisation's provider is known to next-auth and in `identities`. */
export const PROVIDER = 'oidc';
const DAY = 86_400;

declare module 'next-auth' {
  interface Session {
    person: Person;
  }
}

function config(): NextAuthConfig {
  const { SITE_URL, AUTH_SECRET } = env();
  // Absolute addresses come from the setting alone, whatever Host a request names.
  process.env.AUTH_URL = SITE_URL;
  return {
    adapter: staffAdapter(async () => (await headers()).get('user-agent')),
    secret: AUTH_SECRET,
    trustHost: true,
    session: { strategy: 'database', maxAge: 14 * DAY, updateAge: DAY },
    cookies: cookies(SITE_URL.startsWith('https:')),
    pages: { signIn: '/sign-in', error: '/sign-in/refused' },
    providers: [mailedLink, ...organisation()],
    callbacks: {
      signIn: ({ account, profile }) => mayEnter(account, profile),
      session({ session, user }) {
        const { id, name, email, role } = user as StaffUser;
        const sessionId = Number((session as { id?: unknown }).id);
        const person = { id: Number(id), name: name ?? '', mail: email, role, sessionId };
        return { expires: session.expires, person };
      },
    },
    // Its own would name tokens and addresses.
    logger: { error: (error) => process.stderr.write(`sign-in: ${error.name}\n`), warn() {}, debug() {} },
  };
}

const { auth, handlers, signIn, signOut } = NextAuth(() => config());

export { auth, signIn, signOut };

/** The links are minted by auth/tokens.ts and sent by the outbox; next-auth only takes them. */
const mailedLink = {
  id: 'email',
  type: 'email' as const,
  name: 'Mail',
  secret: '',
  async sendVerificationRequest() {
    throw new Error('mail is sent by the outbox');
  },
};

function organisation(): NextAuthConfig['providers'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: PROVIDER,
      type: 'oidc',
      name: OIDC_NAME,
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid email profile' } },
      profile: (claims) => ({
        id: claims.sub,
        name: claims.name ?? null,
        email: claims.email?.toLowerCase(),
      }),
      // Safe here: mayEnter lets nobody join but by an address that the provider has verified, and once.
      allowDangerousEmailAccountLinking: true,
    },
  ];
}

/** Only who is on the staff list; a provider's identity joins by a verified mail address, then counts by its subject. */
async function mayEnter(account: Account | null | undefined, profile: Profile | undefined): Promise<boolean> {
  if (account?.provider !== PROVIDER) return account?.provider === 'email';
  const issuer = env().OIDC_ISSUER ?? PROVIDER;
  const [known] = await db()
    .select({ disabledAt: staff.disabledAt })
    .from(identities)
    .innerJoin(staff, eq(staff.id, identities.staffId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, account.providerAccountId)));
  if (known) return known.disabledAt === null;
  if (profile?.email_verified !== true || !profile.email) return false;
  const [member] = await db()
    .select({ disabledAt: staff.disabledAt, subject: identities.subject })
    .from(staff)
    .leftJoin(identities, and(eq(identities.staffId, staff.id), eq(identities.issuer, issuer)))
    .where(eq(staff.mail, profile.email.toLowerCase()));
  return member !== undefined && member.disabledAt === null && member.subject === null;
}

/**
 * next-auth's answer to a callback, from a request without the session of before: whoever signs in is not joined to
 * who was signed in at this browser.
 */
export function callbackAnswer(request: Request, path: string): Promise<Response> {
  const kept = (request.headers.get('cookie') ?? '')
    .split('; ')
    .filter((cookie) => !cookie.startsWith(`${sessionCookie(env().SITE_URL.startsWith('https:'))}=`));
  const passed = new Headers(request.headers);
  passed.set('cookie', kept.join('; '));
  return handlers.GET(new NextRequest(new URL(path, env().SITE_URL), { headers: passed }));
}

const sessionCookie = (secure: boolean) => `${secure ? '__Host-' : ''}session`;

function cookies(secure: boolean): NextAuthConfig['cookies'] {
  const options = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure };
  const named = (name: string) => ({ name: `${secure ? '__Host-' : ''}${name}`, options });
  return {
    sessionToken: named('session'),
    callbackUrl: named('after-sign-in'),
    csrfToken: named('csrf'),
    pkceCodeVerifier: named('pkce'),
    state: named('state'),
    nonce: named('nonce'),
  };
}
