import { desc, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { revisions, schedules, staff } from '@/db/schema';
import { isOf } from '@/features/revisions/owner';
import type { Owner } from '@/features/revisions/owner-name';

/** What is to be published at a moment, if anything, and what came of the last one that could not be. */
export async function scheduleOf(owner: Owner) {
  const rows = await db()
    .select({
      id: schedules.id,
      at: schedules.at,
      zone: schedules.zone,
      doneAt: schedules.doneAt,
      refusal: schedules.refusal,
      number: revisions.number,
      by: staff.name,
    })
    .from(schedules)
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .innerJoin(staff, eq(staff.id, schedules.byId))
    .where(isOf(schedules, owner))
    .orderBy(desc(schedules.id))
    .limit(1);
  const [row] = rows;
  return row && (row.doneAt === null || row.refusal) ? row : undefined;
}
