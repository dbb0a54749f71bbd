import { and, count, eq, isNull, ne, sql } from 'drizzle-orm';
import { mintSignInToken } from '@/auth/tokens';
import { record } from '@/db/audit';
import type { Transaction } from '@/db/client';
import { owe } from '@/db/outbox';
import { type Staff, sessions, signInTokens, staff } from '@/db/schema';
import { write } from '@/db/write';
import { Rejected } from '@/lib/rejected';
import { hashOf } from '@/lib/tokens';
import type { Invitation } from './input';

/** `byId` is null for the operator's terminal. */
type By = { byId: number | null };

/** Puts somebody on the staff list; their invitation leaves by mail. */
export const inviteStaff = ({ byId, ...invitation }: Invitation & By) =>
  write(async ({ tx }) => {
    const [row] = await tx
      .insert(staff)
      .values({ ...invitation, invitedById: byId })
      .onConflictDoNothing({ target: staff.mail })
      .returning();
    if (!row) throw new Rejected('mail', 'Somebody with this mail address is on the list already.');
    await owe(tx, { occasion: 'invitation', staffId: row.id, key: `invitation:${row.id}` });
    await record(tx, {
      byId,
      act: 'invited',
      item: personItem(row),
      detail: { role: row.role, mail: row.mail },
    });
    return row.id;
  });

/** Somebody asked for a link. Who is not on the list, or was disabled, gets none. */
export const oweSignInLink = (mail: string) =>
  write(async ({ tx }) => {
    const [row] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.mail, mail), isNull(staff.disabledAt)));
    if (row) await owe(tx, { occasion: 'sign-in', staffId: row.id, key: `sign-in:${row.id}:${Date.now()}` });
  });

export const changeRole = (id: number, role: Staff['role'], { byId }: By) =>
  write(async ({ tx }) => {
    const before = await memberOf(tx, id);
    if (role !== 'admin') await refuseLastAdmin(tx, before);
    await tx.update(staff).set({ role }).where(eq(staff.id, id));
    await record(tx, {
      byId,
      act: 'changed the role',
      item: personItem(before),
      detail: { from: before.role, to: role },
    });
  });

/** Signs them out everywhere, from their very next request. */
export const disableStaff = (id: number, { byId }: By) =>
  write(async ({ tx }) => {
    const before = await memberOf(tx, id);
    await refuseLastAdmin(tx, before);
    await tx.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, id));
    await tx.delete(sessions).where(eq(sessions.staffId, id));
    await tx.delete(signInTokens).where(eq(signInTokens.staffId, id));
    await record(tx, { byId, act: 'disabled', item: personItem(before) });
  });

export const enableStaff = (id: number, { byId }: By) =>
  write(async ({ tx }) => {
    const before = await memberOf(tx, id);
    await tx.update(staff).set({ disabledAt: null }).where(eq(staff.id, id));
    await record(tx, { byId, act: 'enabled', item: personItem(before) });
  });

/** Ends one session, or all of a person's. */
export const endSessions = (of: { staffId: number; sessionId?: number | undefined }, { byId }: By) =>
  write(async ({ tx }) => {
    const person = await memberOf(tx, of.staffId);
    const one = of.sessionId ? eq(sessions.id, of.sessionId) : undefined;
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.staffId, of.staffId), one))
      .returning({ id: sessions.id });
    if (ended.length > 0)
      await record(tx, {
        byId,
        act: 'ended sessions',
        item: personItem(person),
        detail: { number: ended.length },
      });
  });

/** A link for one who lost their mail, for the operator to hand over. */
export const linkFor = (mail: string, { minutes }: { minutes: number }) =>
  write(async ({ tx }) => {
    const [row] = await tx.select().from(staff).where(eq(staff.mail, mail));
    if (!row) throw new Rejected('mail', `Nobody with the mail address ${mail} is on the staff list.`);
    if (row.disabledAt) throw new Rejected('mail', `${row.name} is disabled. Enable them first.`);
    await record(tx, { byId: null, act: 'printed a sign-in link', item: personItem(row) });
    return mintSignInToken(tx, { staffId: row.id, minutes });
  });

/** On a site without staff, a link that makes the first admin; null where somebody is there already. */
export const firstAdminLink = () =>
  write(async ({ tx }) => {
    if (await anybody(tx)) return null;
    return mintSignInToken(tx, { staffId: null, minutes: 60 });
  });

/** The holder of the first link becomes the first admin; answers with a link's token that signs them in. */
export const becomeFirstAdmin = (token: string, { name, mail }: { name: string; mail: string }) =>
  write(async ({ tx }) => {
    await tx.execute(sql`lock table staff in exclusive mode`);
    const [link] = await tx
      .delete(signInTokens)
      .where(
        and(
          eq(signInTokens.tokenHash, hashOf(token)),
          isNull(signInTokens.staffId),
          sql`${signInTokens.expiresAt} > now()`,
        ),
      )
      .returning();
    if (!link || (await anybody(tx))) throw new Rejected('token', 'This link is no longer good.');
    const [row] = await tx.insert(staff).values({ name, mail, role: 'admin' }).returning();
    if (!row) throw new Error('no row came back');
    await record(tx, { byId: row.id, act: 'became the first admin', item: personItem(row) });
    return mintSignInToken(tx, { staffId: row.id, minutes: 5 });
  });

const personItem = ({ id, name }: { id: number; name: string }) => ({ kind: 'person', id, title: name });

async function memberOf(tx: Transaction, id: number): Promise<Staff> {
  const [row] = await tx.select().from(staff).where(eq(staff.id, id)).for('update');
  if (!row) throw new Rejected('person', 'This person is not on the staff list.');
  return row;
}

/** Two admins who demote each other at once wait here for one another. */
async function refuseLastAdmin(tx: Transaction, { id, role, disabledAt }: Staff) {
  if (role !== 'admin' || disabledAt) return;
  await tx.execute(sql`lock table staff in share row exclusive mode`);
  const [others] = await tx
    .select({ number: count() })
    .from(staff)
    .where(and(eq(staff.role, 'admin'), isNull(staff.disabledAt), ne(staff.id, id)));
  if (!others?.number)
    throw new Rejected('person', 'This is the last admin. Make somebody else an admin first.');
}

async function anybody(tx: Transaction): Promise<boolean> {
  return (await tx.select({ id: staff.id }).from(staff).limit(1)).length > 0;
}
