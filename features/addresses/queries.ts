import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { cached } from '@/db/cache';
import { db } from '@/db/client';
import { attachments, photos, redirects, renditions, resources, topics } from '@/db/schema';
import { tags } from '@/db/tags';
import { isInUse } from '@/features/photos/queries';
import { isPublic } from '@/features/resources/queries';
import { addressOf, attachmentPath, kindIn, mediaAddress, photoAddress, topicAddress } from '@/lib/addresses';

export type KnownFile = { key: string; mediaType: string; name: string };

/** What of the items is asked for: all, or those of these numbers. */
export type Which = { resources: number[]; topics: number[]; photos: number[] } | 'all';

export type ItemAddresses = {
  /** Names the item: `resource:7`. */
  owner: string;
  page?: string;
  /** Where a withdrawn page says why. */
  withdrawn?: string;
  /** As paths, not encoded. */
  files?: ({ path: string } & KnownFile)[];
  renditions?: { path: string; key: string }[];
};

export type Redirect = { from: string; to: string };

/**
 * The public addresses of items, with or without those of their files; one of the numbers that has none is left out. Not
 * cached: the front keeps them.
 */
export async function itemAddresses(
  which: Which,
  { files: withFiles = true } = {},
): Promise<ItemAddresses[]> {
  const has = (kind: keyof Exclude<Which, 'all'>) => which === 'all' || which[kind].length > 0;
  const [topicRows, resourceRows, files, photoRows, media] = await Promise.all([
    has('topics') ? publicTopics(which) : [],
    has('resources') ? publicResources(which) : [],
    withFiles && has('resources') ? publicFiles(which) : [],
    has('photos') ? photosInUse(which) : [],
    withFiles && has('photos') ? renditionsInUse(which) : [],
  ]);
  const filesOf = grouped(files, ({ resourceId }) => resourceId);
  const mediaOf = grouped(media, ({ photoId }) => photoId);
  const at = (address: string, { withdrawnAt }: { withdrawnAt: Date | null }) =>
    withdrawnAt ? { withdrawn: address } : { page: address };
  return [
    ...topicRows.map((row) => ({ owner: tags.topic(row.id), ...at(topicAddress(row.slug), row) })),
    ...resourceRows.map((row) => ({
      owner: tags.resource(row.id),
      ...at(addressOf(row), row),
      files: filesOf.get(row.id) ?? [],
    })),
    ...photoRows.map(({ id }) => ({
      owner: tags.photo(id),
      page: photoAddress(id),
      renditions: (mediaOf.get(id) ?? []).map((one) => ({
        path: mediaAddress(one),
        key: `${one.fileKey}.${one.format}`,
      })),
    })),
  ];
}

export const allRedirects = (): Promise<Redirect[]> =>
  db().select({ from: redirects.fromPath, to: redirects.toPath }).from(redirects);

const among = (column: AnyPgColumn, which: Which, kind: keyof Exclude<Which, 'all'>) =>
  which === 'all' ? undefined : inArray(column, which[kind]);

function grouped<Row>(rows: Row[], by: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  return groups;
}

/** The addresses of all pages that a search engine should know. */
export const sitemapAddresses = cached({
  name: 'sitemapAddresses',
  tags: () => [tags.addresses],
  read: async () => {
    const items = await itemAddresses('all', { files: false });
    const pages = [...fixedPages, ...items.flatMap(({ page }) => page ?? [])];
    return pages.filter((path) => !path.includes('.'));
  },
});

/** Why a page was withdrawn, for its visitors. */
export const withdrawnAt = cached({
  name: 'withdrawnAt',
  tags: (folder: string, slug: string) => [tags.address(`/${folder}/${slug}`)],
  read: async (folder: string, slug: string) => {
    const kind = kindIn(folder);
    const [row] = kind
      ? await db()
          .select({ title: resources.title, reason: resources.withdrawnReason })
          .from(resources)
          .where(
            and(
              eq(resources.kind, kind),
              eq(resources.slug, slug),
              isNotNull(resources.withdrawnAt),
              isNull(resources.trashedAt),
            ),
          )
      : await db()
          .select({ title: topics.title, reason: topics.withdrawnReason })
          .from(topics)
          .where(and(eq(topics.slug, slug), isNotNull(topics.withdrawnAt), isNull(topics.trashedAt)));
    return row ? { title: row.title ?? '', reason: row.reason ?? '' } : null;
  },
});

/** Pages that are always there. */
export const fixedPages = [
  '/',
  '/topics',
  '/news',
  '/webinars',
  '/credits',
  '/credits.csv',
  '/credits.json',
  '/accessibility',
  '/privacy',
  '/sitemap.xml',
  '/robots.txt',
];

const publicTopics = (which: Which) =>
  db()
    .select({ id: topics.id, slug: topics.slug, withdrawnAt: topics.withdrawnAt })
    .from(topics)
    .where(and(isNotNull(topics.publishedAt), isNull(topics.trashedAt), among(topics.id, which, 'topics')));

const publicResources = (which: Which) =>
  db()
    .select({
      id: resources.id,
      kind: resources.kind,
      slug: resources.slug,
      withdrawnAt: resources.withdrawnAt,
    })
    .from(resources)
    .where(
      and(
        isNotNull(resources.publishedAt),
        isNull(resources.trashedAt),
        among(resources.id, which, 'resources'),
      ),
    );

const photosInUse = (which: Which) =>
  db()
    .select({ id: photos.id })
    .from(photos)
    .where(and(isInUse(), among(photos.id, which, 'photos')));

const renditionsInUse = (which: Which) =>
  db()
    .select({ photoId: photos.id, fileKey: renditions.fileKey, format: renditions.format })
    .from(renditions)
    .innerJoin(photos, eq(photos.id, renditions.photoId))
    .where(and(isInUse(), among(photos.id, which, 'photos')));

/** Files are readable only while what they belong to is. */
async function publicFiles(which: Which) {
  const rows = await db()
    .select({
      resourceId: resources.id,
      key: attachments.fileKey,
      name: attachments.fileName,
      mediaType: attachments.mediaType,
    })
    .from(attachments)
    .innerJoin(resources, eq(resources.id, attachments.resourceId))
    .where(and(isPublic(), isNotNull(attachments.fileKey), among(resources.id, which, 'resources')));
  return rows.map(({ resourceId, key, name, mediaType }) => ({
    resourceId,
    path: attachmentPath({ fileKey: key ?? '', fileName: name ?? '' }),
    key: key ?? '',
    name: name ?? '',
    mediaType: mediaType ?? 'application/octet-stream',
  }));
}
