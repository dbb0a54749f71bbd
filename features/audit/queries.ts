import { and, asc, count, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { auditLog, photos, resources, staff, topics } from '@/db/schema';
import type { LogWish } from './log-wish';

const PAGE = 50;

/** A page of what was done, the newest first; `address` is where its item can be looked at, if it is still there. */
export async function logEntries(wish: LogWish, zone: string) {
  const where = conditionOf(wish, zone);
  const [entries, [counted]] = await Promise.all([
    entriesWhere(where, { limit: PAGE, offset: (wish.page - 1) * PAGE }),
    db().select({ total: count() }).from(auditLog).where(where),
  ]);
  const total = counted?.total ?? 0;
  const addresses = await addressesOf(entries);
  return {
    entries: entries.map((entry) => ({ ...entry, address: addresses.get(keyOf(entry)) })),
    total,
    pages: Math.max(1, Math.ceil(total / PAGE)),
  };
}

/** Some of it for a table, from the newest on; `before` is the number of the last one that was read. */
export const logChunk = (
  wish: LogWish,
  zone: string,
  { before, most }: { before: number | null; most: number },
) =>
  entriesWhere(and(conditionOf(wish, zone), before === null ? undefined : lt(auditLog.id, before)), {
    limit: most,
    offset: 0,
  });

/** What the log can be asked for: the people, acts and kinds of things that stand in it. */
export async function logChoices() {
  const [people, acts, kinds] = await Promise.all([
    db()
      .select({ id: staff.id, name: staff.name })
      .from(staff)
      .where(sql`exists (select 1 from ${auditLog} where ${auditLog.staffId} = ${staff.id})`)
      .orderBy(asc(staff.name), asc(staff.id)),
    db().selectDistinct({ act: auditLog.act }).from(auditLog).orderBy(asc(auditLog.act)),
    db().selectDistinct({ kind: auditLog.itemKind }).from(auditLog).orderBy(asc(auditLog.itemKind)),
  ]);
  return { people, acts: acts.map(({ act }) => act), kinds: kinds.map(({ kind }) => kind) };
}

/** By number, which grows as they are written; `at` is when their transaction began. */
const entriesWhere = (where: SQL | undefined, { limit, offset }: { limit: number; offset: number }) =>
  db()
    .select({
      id: auditLog.id,
      at: auditLog.at,
      by: staff.name,
      act: auditLog.act,
      itemKind: auditLog.itemKind,
      itemId: auditLog.itemId,
      itemTitle: auditLog.itemTitle,
      detail: auditLog.detail,
    })
    .from(auditLog)
    .leftJoin(staff, eq(staff.id, auditLog.staffId))
    .where(where)
    .orderBy(desc(auditLog.id))
    .limit(limit)
    .offset(offset);

function conditionOf({ person, act, kind, item, from, to }: LogWish, zone: string): SQL | undefined {
  const begins = (day: string, later = '0 days') =>
    sql`(${day}::timestamp + ${later}::interval) at time zone ${zone}`;
  return and(
    person === null ? undefined : person === 0 ? isNull(auditLog.staffId) : eq(auditLog.staffId, person),
    act ? eq(auditLog.act, act) : undefined,
    kind ? eq(auditLog.itemKind, kind) : undefined,
    item ? eq(auditLog.itemId, item) : undefined,
    from ? gte(auditLog.at, begins(from)) : undefined,
    to ? lt(auditLog.at, begins(to, '1 day')) : undefined,
  );
}

type Named = { itemKind: string; itemId: number | null };
const keyOf = ({ itemKind, itemId }: Named) => `${itemKind} ${itemId}`;

/** The log outlives what it names: a link only to what is still there. */
async function addressesOf(entries: Named[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    places.map(async ({ kinds, table, folder }) => {
      const named = entries.filter(({ itemKind }) => kinds.includes(itemKind));
      const ids = new Set(named.flatMap(({ itemId }) => itemId ?? []));
      if (ids.size === 0) return [];
      const rows = await db()
        .select({ id: table.id })
        .from(table)
        .where(inArray(table.id, [...ids]));
      const there = new Set(rows.map(({ id }) => id));
      return named
        .filter(({ itemId }) => itemId !== null && there.has(itemId))
        .map((one): [string, string] => [keyOf(one), `${folder}/${one.itemId}`]);
    }),
  );
  return new Map(found.flat());
}

const places = [
  { kinds: ['news', 'webinar', 'document'], table: resources, folder: '/admin/resources' },
  { kinds: ['topic'], table: topics, folder: '/admin/topics' },
  { kinds: ['photo'], table: photos, folder: '/admin/photos' },
];
