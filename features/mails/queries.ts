import { count, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import { mails, staff } from '@/db/schema';
import type { MailWish } from './admin/states';

const PAGE = 50;

/** What the site has written to whom, the newest first, without any link. */
export async function mailsForStaff({ state, page }: MailWish) {
  const inviter = alias(staff, 'inviter');
  const where = state ? eq(mails.state, state) : undefined;
  const [rows, [counted]] = await Promise.all([
    db()
      .select({ mail: mails, name: staff.name, to: staff.mail, by: inviter.name })
      .from(mails)
      .innerJoin(staff, eq(staff.id, mails.staffId))
      .leftJoin(inviter, eq(inviter.id, staff.invitedById))
      .where(where)
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(PAGE)
      .offset((page - 1) * PAGE),
    db().select({ total: count() }).from(mails).where(where),
  ]);
  const total = counted?.total ?? 0;
  return { rows, total, pages: Math.max(1, Math.ceil(total / PAGE)) };
}
