import { and, asc, count, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Item } from '@/auth/authorize';
import { db, type Transaction } from '@/db/client';
import {
  photos,
  photoUses,
  renditions,
  resources,
  revisions,
  schedules,
  staff,
  topics,
  workingCopies,
} from '@/db/schema';
import type { Credit } from '@/features/credits/credit';
import { addressOf, topicAddress } from '@/lib/addresses';
import { mentions, readPhotos } from '../queries';
import { versionOf } from '../stored-credit';

const PHOTOS_A_PAGE = 24;

export const photoFilters = ['all', 'no-file', 'no-credit', 'unused'] as const;
export type PhotoFilter = (typeof photoFilters)[number];
export type StaffPhoto = {
  id: number;
  width: number;
  height: number;
  alt: string | null;
  credit: Credit;
  hasFile: boolean;
  isConfirmed: boolean;
};

/** The library, the newest first, a page at a time. */
export async function photosForStaff(asked: { search: string; filter: PhotoFilter; page: number }) {
  const where = and(mentions(asked.search), conditions[asked.filter]());
  const [counted] = await db().select({ total: count() }).from(photos).where(where);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PHOTOS_A_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const rows = await db()
    .select()
    .from(photos)
    .where(where)
    .orderBy(desc(photos.id))
    .limit(PHOTOS_A_PAGE)
    .offset((page - 1) * PHOTOS_A_PAGE);
  return { photos: await forStaff(rows), page, pages, total };
}

const conditions: Record<PhotoFilter, () => SQL | undefined> = {
  all: () => undefined,
  'no-file': () => isNull(photos.fileKey),
  'no-credit': () => isNull(photos.creditConfirmedAt),
  unused: () => and(sql`not exists (${usesOfRow()})`, sql`not ${photos.id} = any(${inDrafts})`),
};

const usesOfRow = () => db().select({ one: sql`1` }).from(photoUses).where(eq(photoUses.photoId, photos.id));

/** All photos that working copies name, as hero, figure or link: asked for once, however many photos there are. */
const inDrafts = sql`array(select (named.id)::int from ${workingCopies},
  jsonb_path_query(${workingCopies.content}, '$.**.photoId ? (@.type() == "number")') as named(id))`;

async function forStaff(rows: (typeof photos.$inferSelect)[]): Promise<StaffPhoto[]> {
  const confirmed = new Map(rows.map(({ id, creditConfirmedAt }) => [id, creditConfirmedAt !== null]));
  return (await readPhotos(rows)).map(({ id, width, height, alt, credit, renditions: copies }) => ({
    id,
    width,
    height,
    alt,
    credit,
    hasFile: copies.length > 0,
    isConfirmed: confirmed.get(id) ?? false,
  }));
}

/** All that staff see of one photo. */
export async function photoForEditing(id: number) {
  const [row] = await db().select().from(photos).where(eq(photos.id, id));
  if (!row) return undefined;
  const [read] = await forStaff([row]);
  if (!read) return undefined;
  const [uses, confirmations] = await Promise.all([usesOfPhoto(id), confirmationsOf(id)]);
  return {
    ...read,
    fileKey: row.fileKey,
    evidence: row.evidence,
    version: versionOf(row, read.credit),
    uses,
    confirmations,
  };
}

const confirmationsOf = (photoId: number) =>
  db()
    .select({ number: revisions.number, at: revisions.createdAt, by: staff.name })
    .from(revisions)
    .leftJoin(staff, eq(staff.id, revisions.byId))
    .where(eq(revisions.photoId, photoId))
    .orderBy(desc(revisions.number))
    .limit(20);

export type UseOfPhoto = {
  /** Decides who may read it, where it is a draft. */
  item: Item;
  title: string;
  /** Where visitors see it; null where they do not. */
  address: string | null;
};

/** Where a photo is used or linked to: on public pages, in drafts, and in what is to be published by the clock. */
export async function usesOfPhoto(id: number, on: Pick<Transaction, 'select'> = db()): Promise<UseOfPhoto[]> {
  const topicUse = used(id, { uses: photoUses.topicId, schedule: schedules.topicId }, topics);
  const resourceUse = used(id, { uses: photoUses.resourceId, schedule: schedules.resourceId }, resources);
  const ofTopics = await on
    .select({ row: topics, copy: workingCopies.content, onPage: topicUse.onPage(topics.introduction) })
    .from(topics)
    .leftJoin(workingCopies, eq(workingCopies.topicId, topics.id))
    .where(topicUse.anywhere(topics.introduction))
    .orderBy(asc(topics.id));
  const ofResources = await on
    .select({ row: resources, copy: workingCopies.content, onPage: resourceUse.onPage(resources.body) })
    .from(resources)
    .leftJoin(workingCopies, eq(workingCopies.resourceId, resources.id))
    .where(resourceUse.anywhere(resources.body))
    .orderBy(asc(resources.id));
  return [
    ...ofTopics.map((one) => useOf(one, { kind: 'topic', address: topicAddress(one.row.slug) })),
    ...ofResources.map((one) => useOf(one, { kind: one.row.kind, address: addressOf(one.row) })),
  ];
}

/** `id` of the owner's row, and the columns that lead to it. */
function used(
  photoId: number,
  to: { uses: AnyPgColumn; schedule: AnyPgColumn },
  owner: typeof topics | typeof resources,
) {
  const names = (content: AnyPgColumn) =>
    sql<boolean>`coalesce(jsonb_path_exists(${content}, '$.** ? (@.photoId == $id)',
      ${JSON.stringify({ id: photoId })}::jsonb), false)`;
  const onPage = (text: AnyPgColumn) =>
    sql<boolean>`(exists (select 1 from ${photoUses} where ${photoUses.photoId} = ${photoId}
      and ${to.uses} = ${owner.id}) or ${names(text)})`;
  const planned = sql`exists (select 1 from ${schedules} join ${revisions} on ${revisions.id} = ${schedules.revisionId}
    where ${to.schedule} = ${owner.id} and ${schedules.doneAt} is null and ${names(revisions.content)})`;
  const anywhere = (text: AnyPgColumn) =>
    or(onPage(text), and(isNotNull(workingCopies.id), names(workingCopies.content)), planned);
  return { onPage, anywhere };
}

type Found = {
  row: {
    id: number;
    title: string | null;
    createdById: number | null;
    publishedAt: Date | null;
    withdrawnAt: Date | null;
    trashedAt: Date | null;
  };
  copy: Record<string, unknown> | null;
  onPage: boolean;
};

function useOf(
  { row, copy, onPage }: Found,
  { kind, address }: { kind: Item['kind']; address: string },
): UseOfPhoto {
  const isPublic = row.publishedAt !== null && row.withdrawnAt === null && row.trashedAt === null;
  const people = (copy?.people ?? []) as { staffId?: number | null }[];
  const namedIds = people.flatMap(({ staffId }) => staffId ?? []);
  const seen = isPublic && onPage;
  const title = (seen ? row.title : copy?.title || row.title) || 'Without a title yet';
  return {
    item: { kind, id: row.id, createdById: row.createdById, namedIds, isPublic },
    title: String(title),
    address: seen ? address : null,
  };
}

/** The file of a photo and whether its credit was confirmed, for what has to be made of them. */
export async function photoFile(id: number) {
  const [row] = await db().select().from(photos).where(eq(photos.id, id));
  const [read] = row ? await readPhotos([row]) : [];
  return (
    row && read && { fileKey: row.fileKey, isConfirmed: row.creditConfirmedAt !== null, credit: read.credit }
  );
}

/** The photo that has a file, by its SHA-256. */
export async function photoWithFile(key: string): Promise<number | undefined> {
  const [row] = await db().select({ id: photos.id }).from(photos).where(eq(photos.fileKey, key));
  return row?.id;
}

/** The name of the stored file of a photo's smallest copy that every browser reads. */
export async function thumbnailOf(photoId: number): Promise<string | undefined> {
  const [row] = await db()
    .select({ fileKey: renditions.fileKey })
    .from(renditions)
    .where(and(eq(renditions.photoId, photoId), eq(renditions.format, 'webp')))
    .orderBy(asc(renditions.width))
    .limit(1);
  return row && `${row.fileKey}.webp`;
}
