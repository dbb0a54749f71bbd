import { and, count, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/client';
import { photos, resources, topicResources, topics } from '@/db/schema';
import { tags } from '@/db/tags';
import { CREDITS_PAGE_SIZE, isInUse } from '@/features/photos/queries';
import { isOut, isPublic, PAGE_SIZE } from '@/features/resources/queries';
import { isPublicTopic } from '@/features/topics/queries';
import { topicAddress } from '@/lib/addresses';

/** The further pages of a list. */
export type ListAddresses = { owner: string; pages: string[] };

/** The further pages of the lists that hang on one of the tags. */
export async function listAddresses(changed: Set<string> | 'all'): Promise<ListAddresses[]> {
  const hangsOn = (...those: string[]) => changed === 'all' || those.some((tag) => changed.has(tag));
  const lists = await Promise.all([
    hangsOn(tags.kindList('news')) ? newsLength() : [],
    hangsOn(tags.kindList('webinar')) ? pastLength() : [],
    topicLengths(hangsOn(tags.topics) ? 'all' : numbersIn(changed, 'list:topic')),
    // How many photos are in use changes with a photo, or with a page that has one.
    numbersIn(changed, 'photo').length > 0 ? creditsLength() : [],
  ]);
  return lists
    .flat()
    .map(({ owner, base, length, size }) => ({ owner, pages: furtherPages(base, length, size) }));
}

/** The numbers in tags such as `photo:7`. */
export const numbersIn = (changed: Set<string> | 'all', kind: string): number[] | 'all' =>
  changed === 'all'
    ? 'all'
    : [...changed].flatMap((tag) => (tag.startsWith(`${kind}:`) ? Number(tag.slice(kind.length + 1)) : []));

function furtherPages(base: string, length: number, size: number): string[] {
  const pages = Math.ceil(length / size);
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => `${base}/page/${index + 2}`);
}

type Length = { owner: string; base: string; length: number; size: number };

async function newsLength(): Promise<Length[]> {
  const [row] = await db()
    .select({ length: count() })
    .from(resources)
    .where(and(isPublic(), eq(resources.kind, 'news')));
  return [{ owner: 'news', base: '/news', length: row?.length ?? 0, size: PAGE_SIZE }];
}

async function pastLength(): Promise<Length[]> {
  const [row] = await db()
    .select({ length: count() })
    .from(resources)
    .where(and(isPublic(), eq(resources.kind, 'webinar'), isOut()));
  return [{ owner: 'past', base: '/webinars/past', length: row?.length ?? 0, size: PAGE_SIZE }];
}

async function creditsLength(): Promise<Length[]> {
  const [row] = await db().select({ length: count() }).from(photos).where(isInUse());
  return [{ owner: 'credits', base: '/credits', length: row?.length ?? 0, size: CREDITS_PAGE_SIZE }];
}

/** Also of topics that are no longer public, whose lists have no pages. */
async function topicLengths(ids: number[] | 'all'): Promise<Length[]> {
  if (ids.length === 0) return [];
  const rows = await db()
    .select({ id: topics.id, slug: topics.slug, length: count(resources.id) })
    .from(topics)
    .leftJoin(topicResources, and(eq(topicResources.topicId, topics.id), isPublicTopic()))
    .leftJoin(resources, and(eq(resources.id, topicResources.resourceId), isPublic(), isOut()))
    .where(ids === 'all' ? undefined : inArray(topics.id, ids))
    .groupBy(topics.id);
  return rows.map(({ id, slug, length }) => ({
    owner: tags.topicList(id),
    base: topicAddress(slug),
    length,
    size: PAGE_SIZE,
  }));
}
