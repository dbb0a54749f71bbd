import { and, asc, count, desc, eq, gt, isNull } from 'drizzle-orm';
import { db } from '@/db/client';
import { sessions, staff } from '@/db/schema';

/** Everybody on the staff list, for admins. */
export async function allStaff() {
  const open = await db()
    .select({ staffId: sessions.staffId, number: count() })
    .from(sessions)
    .where(gt(sessions.expiresAt, new Date()))
    .groupBy(sessions.staffId);
  const numbers = new Map(open.map(({ staffId, number }) => [staffId, number]));
  const rows = await db().select().from(staff).orderBy(asc(staff.name), asc(staff.id));
  return rows.map((row) => ({ ...row, sessions: numbers.get(row.id) ?? 0 }));
}

/** Who may be chosen as the account of an author or presenter. */
export const activeStaff = () =>
  db()
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(isNull(staff.disabledAt))
    .orderBy(asc(staff.name));

/** Where a person is signed in, the latest first. */
export const sessionsOf = (staffId: number) =>
  db()
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.staffId, staffId), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.seenAt));
