import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { cached } from '@/db/cache';
import { db } from '@/db/client';
import { attachments, photos, redirects, renditions, resources, topicResources, topics } from '@/db/schema';
import { tags } from '@/db/tags';
import { CREDITS_PAGE_SIZE, isInUse } from '@/features/photos/queries';
import { isOut, isPublic, PAGE_SIZE } from '@/features/resources/queries';
import { isPublicTopic } from '@/features/topics/queries';
import { nextTurns } from '@/features/webinars/queries';
import { addressOf, attachmentPath, kindIn, mediaAddress, photoAddress, topicAddress } from '@/lib/addresses';

export type KnownFile = { key: string; mediaType: string; name: string };
export type PublicAddresses = {
  pages: string[];
  /** Withdrawn pages, which say why. */
  withdrawn: string[];
  redirects: { from: string; to: string }[];
  /** As paths, not encoded. */
  attachments: ({ path: string } & KnownFile)[];
  renditions: { address: string; key: string }[];
  turns: { at: Date; tags: string[] }[];
};

/** Every public address at the moment of asking, for the front. Not cached: the front keeps it. */
export async function publicAddresses(): Promise<PublicAddresses> {
  const [topicRows, resourceRows, lists, photoRows, creditCount, redirectRows, files, media, turns] =
    await Promise.all([
      db()
        .select({ slug: topics.slug, withdrawnAt: topics.withdrawnAt })
        .from(topics)
        .where(and(isNotNull(topics.publishedAt), isNull(topics.trashedAt))),
      db()
        .select({ kind: resources.kind, slug: resources.slug, withdrawnAt: resources.withdrawnAt })
        .from(resources)
        .where(and(isNotNull(resources.publishedAt), isNull(resources.trashedAt))),
      listLengths(),
      db().select({ id: photos.id }).from(photos).where(isInUse()),
      db().select({ total: count() }).from(photos).where(isInUse()),
      db().select({ from: redirects.fromPath, to: redirects.toPath }).from(redirects),
      publicFiles(),
      db()
        .select({ fileKey: renditions.fileKey, format: renditions.format })
        .from(renditions)
        .innerJoin(photos, eq(photos.id, renditions.photoId))
        .where(isInUse()),
      nextTurns(),
    ]);
  const known = [
    ...topicRows.map((row) => ({ address: topicAddress(row.slug), gone: row.withdrawnAt !== null })),
    ...resourceRows.map((row) => ({ address: addressOf(row), gone: row.withdrawnAt !== null })),
  ];
  return {
    pages: [
      ...fixedPages,
      ...known.filter(({ gone }) => !gone).map(({ address }) => address),
      ...photoRows.map(({ id }) => photoAddress(id)),
      ...lists.flatMap(({ base, length, size }) => furtherPages(base, length, size)),
      ...furtherPages('/credits', creditCount[0]?.total ?? 0, CREDITS_PAGE_SIZE),
    ],
    withdrawn: known.filter(({ gone }) => gone).map(({ address }) => address),
    redirects: redirectRows,
    attachments: files,
    renditions: media.map((one) => ({ address: mediaAddress(one), key: `${one.fileKey}.${one.format}` })),
    turns,
  };
}

/** The addresses of all pages that a search engine should know. */
export const sitemapAddresses = cached({
  name: 'sitemapAddresses',
  tags: () => [tags.addresses],
  read: async () => (await publicAddresses()).pages.filter((path) => !/\.|\/page\//.test(path)),
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

const fixedPages = [
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

function furtherPages(base: string, length: number, size: number): string[] {
  const pages = Math.ceil(length / size);
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => `${base}/page/${index + 2}`);
}

async function listLengths() {
  const [news, past, byTopic] = await Promise.all([
    db()
      .select({ length: count() })
      .from(resources)
      .where(and(isPublic(), eq(resources.kind, 'news'))),
    db()
      .select({ length: count() })
      .from(resources)
      .where(and(isPublic(), eq(resources.kind, 'webinar'), isOut())),
    db()
      .select({ slug: topics.slug, length: count() })
      .from(topicResources)
      .innerJoin(topics, eq(topics.id, topicResources.topicId))
      .innerJoin(resources, eq(resources.id, topicResources.resourceId))
      .where(and(isPublic(), isOut(), isPublicTopic()))
      .groupBy(topics.slug),
  ]);
  return [
    { base: '/news', length: news[0]?.length ?? 0, size: PAGE_SIZE },
    { base: '/webinars/past', length: past[0]?.length ?? 0, size: PAGE_SIZE },
    ...byTopic.map(({ slug, length }) => ({ base: topicAddress(slug), length, size: PAGE_SIZE })),
  ];
}

/** Files are readable only while what they belong to is. */
async function publicFiles() {
  const rows = await db()
    .select({
      key: attachments.fileKey,
      name: attachments.fileName,
      mediaType: attachments.mediaType,
    })
    .from(attachments)
    .innerJoin(resources, eq(resources.id, attachments.resourceId))
    .where(and(isPublic(), isNotNull(attachments.fileKey)));
  return rows.map(({ key, name, mediaType }) => ({
    path: attachmentPath({ fileKey: key ?? '', fileName: name ?? '' }),
    key: key ?? '',
    name: name ?? '',
    mediaType: mediaType ?? 'application/octet-stream',
  }));
}
