import {
  and,
  count,
  desc,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { cached } from '@/db/cache';
import { db } from '@/db/client';
import { type ResourceKind, resources, topicResources, webinars } from '@/db/schema';
import { tags } from '@/db/tags';
import { phaseAt, statusWord } from '@/features/webinars/phase';
import { addressOf } from '@/lib/addresses';
import type { Entry } from './entry';
import { teaserOf } from './teaser';

export const PAGE_SIZE = 10;

export type EntryPage = { entries: Entry[]; page: number; pages: number; total: number };

/** What lists may show: published, not withdrawn, not in the trash. */
export const isPublic = () =>
  and(isNotNull(resources.publishedAt), isNull(resources.withdrawnAt), isNull(resources.trashedAt));

/** Announced webinars join the newest when they have been held. */
export const isOut = () =>
  or(
    sql`${resources.kind} <> 'webinar'`,
    exists(
      db()
        .select({ one: sql`1` })
        .from(webinars)
        .where(
          and(
            eq(webinars.resourceId, resources.id),
            eq(webinars.state, 'scheduled'),
            lte(webinars.endsAt, new Date()),
          ),
        ),
    ),
  );

export const isOfTopic = (topicId: number) =>
  exists(
    db()
      .select({ one: sql`1` })
      .from(topicResources)
      .where(and(eq(topicResources.resourceId, resources.id), eq(topicResources.topicId, topicId))),
  );

/** A topic's "Most Recently Added", ten a page, newest first. */
export const newestOfTopic = cached({
  name: 'newestOfTopic',
  tags: (topicId: number, _page: number) => [tags.topicList(topicId)],
  read: (topicId: number, page: number) => entryPage(and(isOfTopic(topicId), isOut()), page),
});

/** All stories for visitors, ten a page, newest first. */
export const newsPage = cached({
  name: 'newsPage',
  tags: (_page: number) => [tags.kindList('news')],
  read: (page: number) => entryPage(eq(resources.kind, 'news'), page),
});

/** Held webinars for visitors, ten a page, newest first. */
export const pastWebinars = cached({
  name: 'pastWebinars',
  tags: (_page: number) => [tags.kindList('webinar')],
  read: (page: number) => entryPage(and(eq(resources.kind, 'webinar'), isOut()), page),
});

/** What is new on the whole site. */
export const newestEntries = cached({
  name: 'newestEntries',
  tags: (_limit: number) => [tags.newest],
  read: (limit: number) => entriesWhere(isOut(), { limit, offset: 0 }),
});

/** The newest others of a resource's topics. */
export const relatedEntries = cached({
  name: 'relatedEntries',
  tags: (resourceId: number, topicIds: number[]) => [
    tags.resource(resourceId),
    ...topicIds.map(tags.topicList),
  ],
  read: async (resourceId: number, topicIds: number[]) =>
    topicIds.length === 0
      ? []
      : entriesWhere(
          and(isOut(), sql`${resources.id} <> ${resourceId}`, or(...topicIds.map((id) => isOfTopic(id)))),
          { limit: 4, offset: 0 },
        ),
});

/** Where a resource is, for a link in a text; nothing when visitors cannot see it. */
export const resourceReference = cached({
  name: 'resourceReference',
  tags: (id: number) => [tags.resource(id)],
  read: async (id: number) => {
    const [row] = await db()
      .select({ kind: resources.kind, slug: resources.slug, title: resources.title })
      .from(resources)
      .where(and(eq(resources.id, id), isPublic()));
    return row?.title ? { address: addressOf(row), title: row.title } : null;
  },
});

/** The id of the public resource at an address. */
export const resourceIdAt = cached({
  name: 'resourceIdAt',
  tags: (kind: ResourceKind, slug: string) => [tags.address(addressOf({ kind, slug }))],
  read: async (kind: ResourceKind, slug: string) => {
    const [row] = await db()
      .select({ id: resources.id })
      .from(resources)
      .where(and(eq(resources.kind, kind), eq(resources.slug, slug), isPublic()));
    return row?.id ?? null;
  },
});

/** So many of each kind are rendered at the start, which so takes the same time however many there are. */
const RENDERED_AHEAD = 8;

/** The slugs of the newest of a kind, which are rendered ahead of the first visit. */
export async function newestSlugs(kind: ResourceKind): Promise<string[]> {
  const rows = await db()
    .select({ slug: resources.slug })
    .from(resources)
    .where(and(eq(resources.kind, kind), isPublic()))
    .orderBy(desc(resources.day), desc(resources.id))
    .limit(RENDERED_AHEAD);
  return rows.map(({ slug }) => slug);
}

async function entryPage(condition: SQL | undefined, page: number): Promise<EntryPage> {
  const [entries, [counted]] = await Promise.all([
    entriesWhere(condition, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    db().select({ total: count() }).from(resources).where(and(isPublic(), condition)),
  ]);
  const total = counted?.total ?? 0;
  return { entries, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), total };
}

/** Ordered by day, newest first, then by id. */
async function entriesWhere(
  condition: SQL | undefined,
  { limit, offset }: { limit: number; offset: number },
): Promise<Entry[]> {
  // The page's ids first: texts are long, and only those that are shown are read.
  const shown = await db()
    .select({ id: resources.id })
    .from(resources)
    .where(and(isPublic(), condition))
    .orderBy(desc(resources.day), desc(resources.id))
    .limit(limit)
    .offset(offset);
  return entriesOf(shown.map(({ id }) => id));
}

/** Entries in the order of the ids. */
export async function entriesOf(ids: number[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await db()
    .select({ resource: resources, webinar: webinars })
    .from(resources)
    .leftJoin(webinars, eq(webinars.resourceId, resources.id))
    .where(inArray(resources.id, ids));
  const byId = new Map(rows.map((row) => [row.resource.id, row]));
  const now = new Date();
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row?.resource.title || !row.resource.day) return [];
    const { resource, webinar } = row;
    return {
      id,
      kind: resource.kind,
      address: addressOf(resource),
      title: row.resource.title,
      teaser: teaserOf(resource),
      day: row.resource.day,
      status: webinar && statusWord(phaseAt(webinar, now)),
      start: webinar && {
        instant: webinar.startsAt.toISOString(),
        zone: webinar.zone,
        minutes: webinar.minutes,
      },
    };
  });
}
