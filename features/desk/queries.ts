import {
  and,
  asc,
  count,
  desc,
  eq,
  isNotNull,
  isNull,
  lt,
  max,
  not,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { authorize } from '@/auth/authorize';
import type { Person } from '@/auth/person';
import { db } from '@/db/client';
import {
  attachments,
  photos,
  type ResourceKind,
  resources,
  revisions,
  schedules,
  staff,
  topicResources,
  topics,
  webinars,
  workers,
  workingCopies,
} from '@/db/schema';
import { isPublic } from '@/features/resources/queries';
import { topicTree } from '@/features/topics/queries';
import { containing } from '@/lib/like';

export type ItemState = 'draft' | 'submitted' | 'scheduled' | 'published' | 'changed' | 'withdrawn' | 'trash';
/** A line of a list of staff. */
export type DeskItem = {
  id: number;
  kind: ResourceKind | 'topic';
  title: string;
  state: ItemState;
  /** Another thing is written than visitors see. */
  changed: boolean;
  day: string | null;
  savedAt: Date | null;
  savedBy: string | null;
};

const LIST_SIZE = 25;

const draftTitle = sql<string | null>`nullif(${workingCopies.content}->>'title', '')`;
/** Not what was last published. */
const isChanged = sql<boolean>`(${workingCopies.id} is not null and ${workingCopies.content} is distinct from (
  select r.content from revisions r where r.act = 'publish' and r.resource_id = ${resources.id}
  order by r.number desc limit 1))`;
const isScheduled = sql<boolean>`exists (select 1 from schedules s where s.resource_id = ${resources.id} and s.done_at is null)`;

/** What a contributor may see of the lists: their own, as in auth/authorize.ts. */
const mayRead = (person: Person): SQL | undefined =>
  authorize(person, 'publish')
    ? undefined
    : or(
        eq(resources.createdById, person.id),
        sql`${workingCopies.content} @? ${`$.people[*] ? (@.staffId == ${person.id})`}::jsonpath`,
      );

const states: Record<ItemState, () => SQL | undefined> = {
  draft: () => and(isNull(resources.trashedAt), isNull(resources.firstPublishedAt)),
  submitted: () => and(isNull(resources.trashedAt), isNotNull(workingCopies.submittedAt)),
  scheduled: () => and(isNull(resources.trashedAt), isScheduled),
  published: () => isPublic(),
  changed: () => and(isPublic(), isChanged),
  withdrawn: () => and(isNull(resources.trashedAt), isNotNull(resources.withdrawnAt)),
  trash: () => isNotNull(resources.trashedAt),
};

export type ListWish = {
  kind: ResourceKind;
  search: string;
  state: ItemState | '';
  topicId: number | null;
  author: string;
  sort: 'saved' | 'day' | 'title';
  page: number;
};

/** A page of the stories, webinars or documents that a person may see. */
export async function resourcesForStaff(person: Person, wish: ListWish) {
  const like = containing(wish.search);
  const who = containing(wish.author);
  const where = and(
    eq(resources.kind, wish.kind),
    mayRead(person),
    wish.state ? states[wish.state]() : isNull(resources.trashedAt),
    wish.search ? or(sql`${draftTitle} ilike ${like}`, sql`${resources.title} ilike ${like}`) : undefined,
    wish.author
      ? or(
          sql`exists (select 1 from resource_people rp join people p on p.id = rp.person_id
            where rp.resource_id = ${resources.id} and p.name ilike ${who})`,
          sql`${workingCopies.content}->>'people' ilike ${who}`,
        )
      : undefined,
    wish.topicId
      ? or(
          sql`exists (select 1 from topic_resources tr where tr.resource_id = ${resources.id} and tr.topic_id = ${wish.topicId})`,
          sql`${workingCopies.content}->'topicIds' @> ${String(wish.topicId)}::jsonb`,
        )
      : undefined,
  );
  const order = {
    saved: desc(sql`coalesce(${workingCopies.savedAt}, ${resources.publishedAt}, ${resources.createdAt})`),
    day: sql`${resources.day} desc nulls first`,
    title: asc(sql`lower(coalesce(${draftTitle}, ${resources.title}, ''))`),
  }[wish.sort];
  const [items, [counted]] = await Promise.all([
    itemsWhere(where, { order, limit: LIST_SIZE, offset: (wish.page - 1) * LIST_SIZE }),
    db()
      .select({ total: count() })
      .from(resources)
      .leftJoin(workingCopies, eq(workingCopies.resourceId, resources.id))
      .where(where),
  ]);
  const total = counted?.total ?? 0;
  return { items, total, pages: Math.max(1, Math.ceil(total / LIST_SIZE)) };
}

type Span = { order: SQL; limit: number; offset?: number };

async function itemsWhere(where: SQL | undefined, { order, limit, offset = 0 }: Span): Promise<DeskItem[]> {
  const rows = await db()
    .select({
      id: resources.id,
      kind: resources.kind,
      title: sql<string>`coalesce(${draftTitle}, ${resources.title}, '')`,
      day: resources.day,
      firstPublishedAt: resources.firstPublishedAt,
      withdrawnAt: resources.withdrawnAt,
      trashedAt: resources.trashedAt,
      submittedAt: workingCopies.submittedAt,
      savedAt: workingCopies.savedAt,
      savedBy: staff.name,
      changed: isChanged,
      scheduled: isScheduled,
    })
    .from(resources)
    .leftJoin(workingCopies, eq(workingCopies.resourceId, resources.id))
    .leftJoin(staff, eq(staff.id, workingCopies.savedById))
    .where(where)
    .orderBy(order, desc(resources.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ scheduled, changed, ...row }) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    day: row.day,
    savedAt: row.savedAt,
    savedBy: row.savedBy,
    changed: changed && row.firstPublishedAt !== null,
    state: stateOf({ ...row, scheduled, changed }),
  }));
}

type Course = {
  firstPublishedAt: Date | null;
  withdrawnAt: Date | null;
  trashedAt: Date | null;
  submittedAt: Date | null;
  scheduled: boolean;
  changed: boolean;
};

function stateOf(item: Course): ItemState {
  if (item.trashedAt) return 'trash';
  if (item.withdrawnAt) return 'withdrawn';
  if (item.scheduled) return 'scheduled';
  if (item.submittedAt) return 'submitted';
  if (!item.firstPublishedAt) return 'draft';
  return item.changed ? 'changed' : 'published';
}

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

/** The people known from bylines, for suggestions. */
export async function knownPeople() {
  const rows = await db().query.people.findMany({ orderBy: (row) => [asc(row.name)], limit: 500 });
  return rows.map(({ name, affiliation, url }) => ({
    name,
    affiliation: affiliation ?? '',
    url: url ?? '',
    staffId: null,
  }));
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
