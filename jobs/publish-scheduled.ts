import { and, eq, isNull } from 'drizzle-orm';
import { revisions, schedules } from '@/db/schema';
import { type Writing, write } from '@/db/write';
import { publishDraft } from '@/features/resources/mutations';
import { editedItem } from '@/features/revisions/item/queries';
import { lockItem } from '@/features/revisions/mutations';
import { type Owner, parseDraft } from '@/features/revisions/owner-name';
import { refuseUnready } from '@/features/revisions/readiness';
import { refuseSchedulerWithoutRight } from '@/features/revisions/schedule/mutations';
import { publishTopicDraft } from '@/features/topics/mutations';
import { publishWebinarDraft } from '@/features/webinars/admin/mutations';
import { Rejected } from '@/lib/rejected';

/**
 * Publishes a revision whose time has come. Done once: the schedule's row says that it was, in the same transaction.
 * What can no longer be published stays as it is, and the desk says why.
 */
export async function publishScheduled(scheduleId: number) {
  try {
    await write((writing) => publish(writing, scheduleId));
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    await write(({ tx }) =>
      tx
        .update(schedules)
        .set({ doneAt: new Date(), refusal: error.sentence })
        .where(and(eq(schedules.id, scheduleId), isNull(schedules.doneAt))),
    );
  }
}

async function publish(writing: Writing, scheduleId: number) {
  const { tx } = writing;
  const [known] = await tx.select().from(schedules).where(eq(schedules.id, scheduleId));
  if (!known) return;
  const { topicId, resourceId, byId } = known;
  const owner: Owner = topicId ? { of: 'topic', id: topicId } : { of: 'resource', id: resourceId ?? 0 };
  await lockItem(tx, owner);
  const [row] = await tx
    .select({ content: revisions.content })
    .from(schedules)
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .where(and(eq(schedules.id, scheduleId), isNull(schedules.doneAt)))
    .for('update', { of: schedules });
  // Given up meanwhile, or moved to another time: that one has a job of its own.
  if (!row) return;
  const item = await editedItem(owner, tx);
  if (!item) return;
  await refuseSchedulerWithoutRight(tx, byId);
  const draft = parseDraft(owner.of, row.content);
  await refuseUnready(tx, owner, draft);
  if (owner.of === 'topic')
    await publishTopicDraft({ id: owner.id, draft: parseDraft('topic', draft), byId }, writing);
  else {
    const given = { id: owner.id, draft: parseDraft('resource', draft), byId };
    await (item.kind === 'webinar' ? publishWebinarDraft(given, writing) : publishDraft(given, writing));
  }
}
