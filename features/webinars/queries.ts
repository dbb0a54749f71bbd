import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { cached } from '@/db/cache';
import { db } from '@/db/client';
import { resources, topicResources, webinars } from '@/db/schema';
import { tags, tagsOfChange } from '@/db/tags';
import { publishedResource } from '@/features/resources/published';
import { entriesOf, isOfTopic, isPublic } from '@/features/resources/queries';
import { phaseAt } from './phase';

/** A webinar as its page shows it at the moment of reading. */
export const publishedWebinar = cached({
  name: 'publishedWebinar',
  tags: (id: number) => [tags.resource(id)],
  read: async (id: number) => {
    const resource = await publishedResource(id, 'webinar');
    const [row] = await db().select().from(webinars).where(eq(webinars.resourceId, id));
    if (!resource || !row) return null;
    return {
      ...resource,
      phase: phaseAt(row, new Date()),
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      zone: row.zone,
      minutes: row.minutes,
      stateReason: row.stateReason,
      registration: row.registration,
      registrationUrl: row.registrationUrl,
      cost: row.cost,
      captions: row.captions,
      contactHours: row.contactHours,
      recordingUrl: row.recordingUrl,
      transcript: row.transcript,
    };
  },
});
export type PublishedWebinar = NonNullable<Awaited<ReturnType<typeof publishedWebinar>>>;

/** Under way and to come, soonest first; a cancelled one stays until it would have ended, a postponed one until it has a new time. */
export const upcomingWebinars = cached({
  name: 'upcomingWebinars',
  tags: () => [tags.kindList('webinar')],
  read: () => upcoming(),
});

/** The same, of one topic. */
export const upcomingOfTopic = cached({
  name: 'upcomingOfTopic',
  tags: (topicId: number) => [tags.topicList(topicId)],
  read: (topicId: number) => upcoming(isOfTopic(topicId)),
});

async function upcoming(condition?: ReturnType<typeof isOfTopic>) {
  const rows = await db()
    .select({ id: resources.id })
    .from(resources)
    .innerJoin(webinars, eq(webinars.resourceId, resources.id))
    .where(
      and(
        isPublic(),
        condition,
        or(
          eq(webinars.state, 'postponed'),
          and(inArray(webinars.state, ['scheduled', 'cancelled']), gt(webinars.endsAt, new Date())),
        ),
      ),
    )
    .orderBy(sql`${webinars.state} = 'postponed'`, asc(webinars.startsAt), asc(resources.id));
  return entriesOf(rows.map(({ id }) => id));
}

export type Turn = { at: Date; tags: string[] };

/** The next starts and ends, soonest first, for the front: what carries the tags is old from that moment. */
export async function nextTurns(): Promise<Turn[]> {
  const rows = await db()
    .select({ id: resources.id, slug: resources.slug, startsAt: webinars.startsAt, endsAt: webinars.endsAt })
    .from(webinars)
    .innerJoin(resources, eq(resources.id, webinars.resourceId))
    .where(
      and(isPublic(), inArray(webinars.state, ['scheduled', 'cancelled']), gt(webinars.endsAt, new Date())),
    )
    .orderBy(asc(webinars.startsAt))
    .limit(50);
  const placed = await db()
    .select({ id: topicResources.resourceId, topicId: topicResources.topicId })
    .from(topicResources)
    .where(inArray(topicResources.resourceId, [0, ...rows.map(({ id }) => id)]));
  const now = new Date();
  return rows
    .flatMap(({ id, slug, startsAt, endsAt }) => {
      const topicIds = placed.filter((one) => one.id === id).map(({ topicId }) => topicId);
      const state = { id, kind: 'webinar' as const, slug, topicIds, photoIds: [] };
      const touched = tagsOfChange({ of: 'resource', before: undefined, after: state });
      return [startsAt, endsAt].filter((at) => at > now).map((at) => ({ at, tags: touched }));
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}
