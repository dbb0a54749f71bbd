import { and, eq, isNull } from 'drizzle-orm';
import { authorize } from '@/auth/authorize';
import type { Transaction } from '@/db/client';
import { addJob } from '@/db/queue';
import { schedules, staff } from '@/db/schema';
import { write } from '@/db/write';
import { addRevision, draftToPublish, recordOn, refuseTrashed } from '@/features/revisions/mutations';
import { isOf, ownerColumn } from '@/features/revisions/owner';
import type { Owner } from '@/features/revisions/owner-name';
import { Rejected } from '@/lib/rejected';

type Scheduling = Owner & { lockVersion: number; at: Date; zone: string; byId: number };

/** The working copy as it is will be published at a moment; another time replaces the first. */
export const schedulePublishing = ({ lockVersion, at, zone, byId, ...owner }: Scheduling) =>
  write(async ({ tx }) => {
    await refuseTrashed(tx, owner);
    if (at.getTime() < Date.now() + 30_000)
      throw new Rejected('at', 'This time has passed or is about to. Publish now, or choose a later time.');
    const content = await draftToPublish(tx, owner, lockVersion);
    const note = 'To be published at a set time';
    const revision = await addRevision(tx, { owner, act: 'save', note, content, byId });
    await tx
      .update(schedules)
      .set({ doneAt: new Date() })
      .where(and(isOf(schedules, owner), isNull(schedules.doneAt)));
    const [row] = await tx
      .insert(schedules)
      .values({ ...ownerColumn(owner), revisionId: revision.id, at, zone, byId })
      .returning({ id: schedules.id });
    if (!row) throw new Error('no row came back');
    const key = `publish:${owner.of}:${owner.id}`;
    await addJob(tx, 'publish-scheduled', { payload: { scheduleId: row.id }, at, key });
    const detail = { number: revision.number, at: at.toISOString() };
    await recordOn(tx, { owner, byId, act: 'scheduled', detail });
  });

export const cancelSchedule = ({ byId, ...owner }: Owner & { byId: number }) =>
  write(async ({ tx }) => {
    const ended = await tx
      .update(schedules)
      .set({ doneAt: new Date() })
      .where(and(isOf(schedules, owner), isNull(schedules.doneAt)))
      .returning({ id: schedules.id });
    if (ended.length > 0) await recordOn(tx, { owner, byId, act: 'took back the set time' });
  });

/** A right that was taken away reaches what was set with it. */
export async function refuseSchedulerWithoutRight(tx: Transaction, byId: number) {
  const [by] = await tx.select().from(staff).where(eq(staff.id, byId));
  if (by && !by.disabledAt && authorize({ ...by, sessionId: 0 }, 'publish')) return;
  throw new Rejected(
    'at',
    `${by?.name ?? 'Somebody'} set this time and may no longer publish. Look at it, then publish it or set it anew.`,
  );
}
