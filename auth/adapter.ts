import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters';
import { record } from '@/db/audit';
import { db } from '@/db/client';
import { identities, type Staff, sessions, signInTokens, staff } from '@/db/schema';
import { env } from '@/lib/env';
import { hashOf } from '@/lib/tokens';

/** What next-auth knows of a member of staff, with what the guards need. */
export type StaffUser = AdapterUser & { role: Staff['role'] };

const isActive = () => isNull(staff.disabledAt);
/** A second press of the button, from the same page, finds the link still good. */
const GRACE_SECONDS = 20;

/**
 * Where next-auth finds people and sessions: our own tables, since nobody can sign up here, sessions are stored by
 * the hash of their token, and who is disabled is nobody from that moment.
 */
export const staffAdapter = (userAgent: () => Promise<string | null>): Adapter => ({
  async createUser() {
    throw new Error('staff are invited; nobody signs up');
  },
  getUser: (id) => findUser(eq(staff.id, Number(id))),
  getUserByEmail: (mail) => findUser(eq(staff.mail, mail.toLowerCase())),
  async getUserByAccount({ provider, providerAccountId }) {
    const [row] = await db()
      .select({ staff })
      .from(identities)
      .innerJoin(staff, eq(staff.id, identities.staffId))
      .where(
        and(eq(identities.issuer, issuerOf(provider)), eq(identities.subject, providerAccountId), isActive()),
      );
    return row ? userOf(row.staff) : null;
  },
  async updateUser({ id }) {
    const user = await findUser(eq(staff.id, Number(id)));
    if (!user) throw new Error('this person was disabled meanwhile');
    return user;
  },
  async linkAccount(account: AdapterAccount) {
    const staffId = Number(account.userId);
    await db().transaction(async (tx) => {
      await tx
        .insert(identities)
        .values({ issuer: issuerOf(account.provider), subject: account.providerAccountId, staffId });
      const item = { kind: 'person', id: staffId, title: null };
      await record(tx, { byId: staffId, act: 'joined the organisation’s sign-in', item });
    });
  },
  async createSession(session) {
    const staffId = Number(session.userId);
    const agent = await userAgent();
    await db().transaction(async (tx) => {
      // Whoever disables them at this moment waits here, and then ends this session with the others.
      const [row] = await tx
        .update(staff)
        .set({ lastSignedInAt: new Date() })
        .where(and(eq(staff.id, staffId), isActive()))
        .returning({ name: staff.name });
      if (!row) throw new Error('this person was disabled meanwhile');
      await tx.insert(sessions).values({
        tokenHash: hashOf(session.sessionToken),
        staffId,
        userAgent: agent?.slice(0, 300) ?? null,
        expiresAt: session.expires,
      });
      const item = { kind: 'person', id: staffId, title: row.name };
      await record(tx, { byId: staffId, act: 'signed in', item });
      await tx.delete(sessions).where(lt(sessions.expiresAt, new Date()));
      await tx.delete(signInTokens).where(lt(signInTokens.expiresAt, new Date()));
    });
    return session;
  },
  async getSessionAndUser(token) {
    const [row] = await db()
      .select({ session: sessions, staff })
      .from(sessions)
      .innerJoin(staff, eq(staff.id, sessions.staffId))
      .where(and(eq(sessions.tokenHash, hashOf(token)), gt(sessions.expiresAt, new Date()), isActive()));
    if (!row) return null;
    await seen(row.session);
    const { id, expiresAt } = row.session;
    const session = { id, sessionToken: token, userId: String(row.staff.id), expires: expiresAt };
    return { session, user: userOf(row.staff) };
  },
  async updateSession({ sessionToken, expires }) {
    if (expires)
      await db()
        .update(sessions)
        .set({ expiresAt: expires })
        .where(eq(sessions.tokenHash, hashOf(sessionToken)));
    return null;
  },
  async deleteSession(token) {
    await db().transaction(async (tx) => {
      const [ended] = await tx
        .delete(sessions)
        .where(eq(sessions.tokenHash, hashOf(token)))
        .returning({ staffId: sessions.staffId });
      if (!ended) return;
      const [row] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, ended.staffId));
      const item = { kind: 'person', id: ended.staffId, title: row?.name ?? null };
      await record(tx, { byId: ended.staffId, act: 'signed out', item });
    });
  },
  async createVerificationToken() {
    throw new Error('links are minted by auth/tokens.ts');
  },
  /** next-auth hashes the token; with an empty secret that is its SHA-256, as it is stored. */
  async useVerificationToken({ token }) {
    const [row] = await db()
      .update(signInTokens)
      .set({
        expiresAt: sql`least(${signInTokens.expiresAt}, now() + make_interval(secs => ${GRACE_SECONDS}))`,
      })
      .where(and(eq(signInTokens.tokenHash, token), gt(signInTokens.expiresAt, new Date())))
      .returning();
    const user = row?.staffId ? await findUser(eq(staff.id, row.staffId)) : null;
    return row && user ? { identifier: user.email, token, expires: row.expiresAt } : null;
  },
});

/** A provider by its own address: another one may use the same subjects for other people. */
const issuerOf = (provider: string) => env().OIDC_ISSUER ?? provider;

async function findUser(condition: ReturnType<typeof eq>): Promise<StaffUser | null> {
  const [row] = await db().select().from(staff).where(and(condition, isActive()));
  return row ? userOf(row) : null;
}

const userOf = ({ id, name, mail, role }: Staff): StaffUser => ({
  id: String(id),
  name,
  email: mail,
  emailVerified: null,
  role,
});

/** Written every few minutes at most: who looks at their sessions wants a rough time. */
async function seen({ id, seenAt }: { id: number; seenAt: Date }) {
  if (Date.now() - seenAt.getTime() < 300_000) return;
  await db().update(sessions).set({ seenAt: new Date() }).where(eq(sessions.id, id));
}
