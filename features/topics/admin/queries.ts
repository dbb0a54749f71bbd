import { asc, count, eq, sql } from 'drizzle-orm';
import { authorize } from '@/auth/authorize';
import type { Person } from '@/auth/person';
import { db } from '@/db/client';
import { resources, staff, topicResources, topics, workingCopies } from '@/db/schema';
import { type DeskItem, draftTitle, stateOf } from '@/features/resources/admin/queries';
import { isPublic } from '@/features/resources/queries';
import { topicTree } from '@/features/topics/queries';

export type TopicLine = DeskItem & { parentId: number | null; position: number };

/** All topics in the order of the tree, also those in the trash, for editors. */
export async function topicsForStaff(): Promise<TopicLine[]> {
  const changed = sql<boolean>`(${workingCopies.id} is not null and ${workingCopies.content} is distinct from (
    select r.content from revisions r where r.act = 'publish' and r.topic_id = ${topics.id}
    order by r.number desc limit 1))`;
  const rows = await db()
    .select({
      row: topics,
      title: sql<string>`coalesce(${draftTitle}, ${topics.title}, '')`,
      submittedAt: workingCopies.submittedAt,
      savedAt: workingCopies.savedAt,
      savedBy: staff.name,
      changed,
      scheduled: sql<boolean>`exists (select 1 from schedules s where s.topic_id = ${topics.id} and s.done_at is null)`,
    })
    .from(topics)
    .leftJoin(workingCopies, eq(workingCopies.topicId, topics.id))
    .leftJoin(staff, eq(staff.id, workingCopies.savedById))
    .orderBy(asc(topics.position), asc(topics.id));
  return rows.map(({ row, ...rest }) => ({
    id: row.id,
    kind: 'topic',
    title: rest.title,
    parentId: row.parentId,
    position: row.position,
    day: null,
    savedAt: rest.savedAt,
    savedBy: rest.savedBy,
    changed: rest.changed && row.firstPublishedAt !== null,
    state: stateOf({ ...row, ...rest }),
  }));
}

/** Topics that a draft can choose: everything that is not in the trash. */
export async function choosableTopics(person: Person) {
  // Who may not write on topics knows them as visitors do.
  if (!authorize(person, 'create-topic'))
    return (await topicTree()).map(({ id, title, parentId }) => ({ id, title, parentId }));
  const lines = await topicsForStaff();
  return lines
    .filter(({ state }) => state !== 'trash')
    .map(({ id, title, parentId }) => ({ id, title: title || 'A topic without a title', parentId }));
}

/** How many resources a topic has, drafts not counted. */
export async function resourcesOfTopics(): Promise<Map<number, number>> {
  const rows = await db()
    .select({ id: topicResources.topicId, number: count() })
    .from(topicResources)
    .innerJoin(resources, eq(resources.id, topicResources.resourceId))
    .where(isPublic())
    .groupBy(topicResources.topicId);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
