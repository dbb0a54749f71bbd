import { and, asc, count, desc, eq, exists, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Item } from '@/auth/authorize';
import { cached } from '@/db/cache';
import { db } from '@/db/client';
import { photoCreators, photos, photoUses, renditions, resources, topics } from '@/db/schema';
import { tags } from '@/db/tags';
import type { Credit } from '@/features/credits/credit';
import { formatCredit } from '@/features/credits/format';
import { mayBeShown } from '@/features/credits/policy';
import { isPublic } from '@/features/resources/queries';
import { isPublicTopic } from '@/features/topics/queries';
import { addressOf, mediaAddress, topicAddress } from '@/lib/addresses';
import { containing } from '@/lib/like';
import { creditOf } from './stored-credit';
import { thumbnailAddress } from './thumbnail-address';

export type Rendition = {
  format: 'avif' | 'webp';
  width: number;
  height: number;
  bytes: number;
  href: string;
};
/** A photo with everything that may be said of it; without renditions its file is owed. */
export type PublishedPhoto = {
  id: number;
  width: number;
  height: number;
  alt: string | null;
  credit: Credit;
  renditions: Rendition[];
};

export const CREDITS_PAGE_SIZE = 20;

/** A photo for visitors: only one that stands on a public page. */
export const publishedPhoto = cached({
  name: 'publishedPhoto',
  tags: (id: number) => [tags.photo(id)],
  read: async (id: number) => {
    const [row] = await db()
      .select()
      .from(photos)
      .where(and(eq(photos.id, id), isInUse()));
    const [photo] = row ? await readPhotos([row]) : [];
    return photo ?? null;
  },
});

/** The public pages on which a photo appears. */
export const pagesWithPhoto = cached({
  name: 'pagesWithPhoto',
  tags: (id: number) => [tags.photo(id)],
  read: async (id: number) => (await pagesOf([id])).get(id) ?? [],
});

/** Photos in use, a page of the credits at a time. */
export const creditsPage = cached({
  name: 'creditsPage',
  tags: (_page: number) => [tags.credits],
  read: async (page: number) => {
    const [[counted], rows] = await Promise.all([
      db().select({ total: count() }).from(photos).where(isInUse()),
      db()
        .select()
        .from(photos)
        .where(isInUse())
        .orderBy(asc(photos.id))
        .limit(CREDITS_PAGE_SIZE)
        .offset((page - 1) * CREDITS_PAGE_SIZE),
    ]);
    const total = counted?.total ?? 0;
    return {
      photos: await withPages(rows),
      page,
      pages: Math.max(1, Math.ceil(total / CREDITS_PAGE_SIZE)),
      total,
    };
  },
});

/** All photos in use, for the credits as CSV and JSON. */
export const allCredits = cached({
  name: 'allCredits',
  tags: () => [tags.credits],
  read: async () => withPages(await db().select().from(photos).where(isInUse()).orderBy(asc(photos.id))),
});

type PhotoRow = typeof photos.$inferSelect;

async function withPages(rows: PhotoRow[]) {
  const [read, pages] = await Promise.all([readPhotos(rows), pagesOf(rows.map(({ id }) => id))]);
  return read.map((photo) => ({ ...photo, pages: pages.get(photo.id) ?? [] }));
}

/** However many photos there are, each kind of part is asked for once. */
export async function readPhotos(rows: PhotoRow[]): Promise<PublishedPhoto[]> {
  const ids = rows.map(({ id }) => id);
  const [creators, files] = await Promise.all([
    db()
      .select()
      .from(photoCreators)
      .where(inArray(photoCreators.photoId, ids))
      .orderBy(asc(photoCreators.position)),
    db().select().from(renditions).where(inArray(renditions.photoId, ids)).orderBy(asc(renditions.width)),
  ]);
  const [creatorsOf, filesOf] = [byPhoto(creators), byPhoto(files)];
  return rows.map((row) => ({
    id: row.id,
    width: row.width,
    height: row.height,
    alt: row.alt,
    credit: creditOf(row, creatorsOf.get(row.id) ?? []),
    renditions: (filesOf.get(row.id) ?? []).map((file) => ({
      format: file.format,
      width: file.width,
      height: file.height,
      bytes: file.bytes,
      href: mediaAddress(file),
    })),
  }));
}

function byPhoto<Part extends { photoId: number }>(parts: Part[]): Map<number, Part[]> {
  const grouped = new Map<number, Part[]>();
  for (const part of parts) {
    const those = grouped.get(part.photoId);
    if (those) those.push(part);
    else grouped.set(part.photoId, [part]);
  }
  return grouped;
}

/** The public pages of each photo: topics, then resources. */
async function pagesOf(photoIds: number[]): Promise<Map<number, { title: string; address: string }[]>> {
  const { photoId } = photoUses;
  const [onTopics, onResources] = await Promise.all([
    db()
      .selectDistinct({ photoId, id: topics.id, slug: topics.slug, title: topics.title })
      .from(photoUses)
      .innerJoin(topics, eq(topics.id, photoUses.topicId))
      .where(and(inArray(photoId, photoIds), isPublicTopic()))
      .orderBy(asc(topics.id)),
    db()
      .selectDistinct({
        photoId,
        id: resources.id,
        kind: resources.kind,
        slug: resources.slug,
        title: resources.title,
      })
      .from(photoUses)
      .innerJoin(resources, eq(resources.id, photoUses.resourceId))
      .where(and(inArray(photoId, photoIds), isPublic()))
      .orderBy(asc(resources.id)),
  ]);
  const pages = byPhoto([
    ...onTopics.map((row) => ({ photoId: row.photoId, title: row.title, address: topicAddress(row.slug) })),
    ...onResources.map((row) => ({ photoId: row.photoId, title: row.title, address: addressOf(row) })),
  ]);
  return new Map(
    [...pages].map(([id, those]) => [
      id,
      those.map(({ title, address }) => ({ title: title ?? '', address })),
    ]),
  );
}

/** Confirmed, and on at least one public page. */
export const isInUse = () => and(isNotNull(photos.creditConfirmedAt), standsOnPublicPage());

function standsOnPublicPage() {
  const use = db()
    .select({ one: sql`1` })
    .from(photoUses)
    .leftJoin(resources, eq(resources.id, photoUses.resourceId))
    .leftJoin(topics, eq(topics.id, photoUses.topicId))
    .where(and(eq(photoUses.photoId, photos.id), or(isPublic(), isPublicTopic())));
  return exists(use);
}

/** The picture that stands for a page where it is shared: whole, as everywhere. */
export async function photoForSharing(use: { photoId: number; alt: string | null } | null) {
  const photo = use && (await publishedPhoto(use.photoId));
  if (photo && !mayBeShown(photo.credit)) return undefined;
  const largest = photo?.renditions.filter(({ format }) => format === 'webp').at(-1);
  return largest && { href: largest.href, width: largest.width, height: largest.height, alt: use?.alt ?? '' };
}

/** What decides who may touch a photo. One on a public page counts as public before its credit is confirmed, too. */
export async function photoItem(id: number): Promise<Item | undefined> {
  if (!isRowId(id)) return undefined;
  const [row] = await db()
    .select({ createdById: photos.createdById, isPublic: sql<boolean>`${standsOnPublicPage()}` })
    .from(photos)
    .where(eq(photos.id, id));
  return row && { kind: 'photo', id, namedIds: [], ...row };
}

const isRowId = (id: number) => Number.isInteger(id) && id > 0 && id <= 2_147_483_647;

export type PhotoChoice = {
  id: number;
  /** What was suggested for it; a use has its own. */
  alt: string | null;
  /** The address of a small copy; null while the file is owed. */
  thumbnail: string | null;
  /** The credit line as text. */
  credit: string;
  width: number;
  height: number;
  title: string | null;
};

/** Photos to choose from, for staff: the newest of those that the words are found in. */
export async function photoChoices(query: string): Promise<PhotoChoice[]> {
  const rows = await db().select().from(photos).where(mentions(query)).orderBy(desc(photos.id)).limit(24);
  return (await readPhotos(rows)).map(({ id, alt, credit, width, height, renditions: copies }) => ({
    id,
    alt,
    thumbnail: copies.length > 0 ? thumbnailAddress(id) : null,
    credit: formatCredit(credit).text,
    width,
    height,
    title: credit.title,
  }));
}

/** Every word stands in what is known of the photo. */
export function mentions(query: string) {
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, 10);
  const creators = sql`(select string_agg(${photoCreators.name}, ' ') from ${photoCreators}
    where ${photoCreators.photoId} = ${photos.id})`;
  const known = sql`concat_ws(' ', ${photos.title}, ${photos.alt}, ${photos.sourceName}, ${photos.licence},
    ${photos.copyright}, ${photos.permissionFrom}, ${creators})`;
  return and(...words.map((word) => sql`${known} ilike ${containing(word)}`));
}
