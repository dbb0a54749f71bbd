import { and, desc, eq, isNotNull, isNull, lt, max, not, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { Person } from '@/auth/person';
import { db } from '@/db/client';
import {
  attachments,
  photos,
  resources,
  revisions,
  schedules,
  webinars,
  workers,
  workingCopies,
} from '@/db/schema';
import { isChanged, isScheduled, itemsWhere, mayRead, states } from '@/features/resources/admin/queries';
import { isPublic } from '@/features/resources/queries';

/** What is due now, for one person. */
export async function deskOf(person: Person) {
  const saved = desc(sql`coalesce(${workingCopies.savedAt}, ${resources.createdAt})`);
  const [drafts, submitted, scheduled, recordings, captions, owed, reviews] = await Promise.all([
    itemsWhere(
      and(
        isNull(resources.trashedAt),
        or(eq(workingCopies.savedById, person.id), eq(resources.createdById, person.id)),
        or(isNull(resources.firstPublishedAt), isChanged),
        isNull(workingCopies.submittedAt),
        not(isScheduled),
        isNotNull(workingCopies.id),
        mayRead(person),
      ),
      { order: saved, limit: 10 },
    ),
    itemsWhere(and(states.submitted(), mayRead(person)), { order: saved, limit: 20 }),
    itemsWhere(and(states.scheduled(), mayRead(person)), { order: saved, limit: 20 }),
    webinarsWhere(
      person,
      and(isNull(webinars.recordedAt), lt(webinars.endsAt, sql`now() - interval '3 days'`)),
    ),
    webinarsWhere(
      person,
      and(
        isNotNull(webinars.recordedAt),
        notExists(
          db()
            .select({ one: sql`1` })
            .from(attachments)
            .where(and(eq(attachments.resourceId, resources.id), eq(attachments.type, 'captions'))),
        ),
      ),
    ),
    db()
      .select({ id: photos.id, title: photos.title, hasFile: sql<boolean>`${photos.fileKey} is not null` })
      .from(photos)
      .where(or(isNull(photos.fileKey), isNull(photos.creditConfirmedAt)))
      .orderBy(desc(photos.id))
      .limit(10),
    itemsWhere(and(isPublic(), mayRead(person), sql`${resources.reviewDueOn} <= current_date`), {
      order: sql`${resources.reviewDueOn}`,
      limit: 20,
    }),
  ]);
  return { drafts, submitted, scheduled, recordings, captions, photos: owed, reviews };
}

/** Only of the last year: what was not recorded then will not be. */
async function webinarsWhere(person: Person, where: SQL | undefined) {
  const rows = await db()
    .select({ id: resources.id })
    .from(resources)
    .innerJoin(webinars, eq(webinars.resourceId, resources.id))
    .where(
      and(
        isPublic(),
        eq(webinars.state, 'scheduled'),
        sql`${webinars.endsAt} > now() - interval '1 year'`,
        where,
      ),
    )
    .orderBy(desc(webinars.endsAt))
    .limit(10);
  if (rows.length === 0) return [];
  const ids = sql.join(
    rows.map(({ id }) => sql`${id}`),
    sql`, `,
  );
  return itemsWhere(and(sql`${resources.id} in (${ids})`, mayRead(person)), {
    order: sql`${resources.day} desc`,
    limit: 10,
  });
}

/** When a worker was last seen; nothing if never. */
export async function workerSeenAt(): Promise<Date | null> {
  const [row] = await db()
    .select({ at: max(workers.seenAt) })
    .from(workers);
  return row?.at ?? null;
}

/** Whether an item was ever published and then scheduled anew: its last refusal, for the desk. */
export const refusedSchedules = () =>
  db()
    .select({
      id: schedules.id,
      topicId: schedules.topicId,
      resourceId: schedules.resourceId,
      refusal: schedules.refusal,
      title: sql<string>`${revisions.content}->>'title'`,
    })
    .from(schedules)
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .where(and(isNotNull(schedules.refusal), sql`${schedules.doneAt} > now() - interval '14 days'`))
    .orderBy(desc(schedules.id))
    .limit(10);
