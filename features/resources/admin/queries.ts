import { and, asc, count, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { authorize } from '@/auth/authorize';
import type { Person } from '@/auth/person';
import { db } from '@/db/client';
import { type ResourceKind, resources, staff, workingCopies } from '@/db/schema';
import { isPublic } from '@/features/resources/queries';
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

export const draftTitle = sql<string | null>`nullif(${workingCopies.content}->>'title', '')`;

/** Not what was last published. */
export const isChanged = sql<boolean>`(${workingCopies.id} is not null and ${workingCopies.content} is distinct from (
  select r.content from revisions r where r.act = 'publish' and r.resource_id = ${resources.id}
  order by r.number desc limit 1))`;

export const isScheduled = sql<boolean>`exists (select 1 from schedules s where s.resource_id = ${resources.id} and s.done_at is null)`;

/** What a contributor may see of the lists: their own, as in auth/authorize.ts. */
export const mayRead = (person: Person): SQL | undefined =>
  authorize(person, 'publish')
    ? undefined
    : or(
        eq(resources.createdById, person.id),
        sql`${workingCopies.content} @? ${`$.people[*] ? (@.staffId == ${person.id})`}::jsonpath`,
      );

export const states: Record<ItemState, () => SQL | undefined> = {
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

export async function itemsWhere(
  where: SQL | undefined,
  { order, limit, offset = 0 }: Span,
): Promise<DeskItem[]> {
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

export function stateOf(item: Course): ItemState {
  if (item.trashedAt) return 'trash';
  if (item.withdrawnAt) return 'withdrawn';
  if (item.scheduled) return 'scheduled';
  if (item.submittedAt) return 'submitted';
  if (!item.firstPublishedAt) return 'draft';
  return item.changed ? 'changed' : 'published';
}
