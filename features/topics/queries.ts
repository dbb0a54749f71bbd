import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { cached } from '@/db/cache';
import { db } from '@/db/client';
import { photoUses, type Topic, topics } from '@/db/schema';
import { tags } from '@/db/tags';
import { startOf } from '@/features/resources/teaser';
import { topicAddress } from '@/lib/addresses';
import { plainText } from '@/lib/text-tree';

export type TopicNode = {
  id: number;
  address: string;
  title: string;
  kind: Topic['kind'];
  hue: Topic['hue'];
  parentId: number | null;
  start: string;
};

/** What visitors can see: published, not withdrawn, not in the trash. */
export const isPublicTopic = () =>
  and(isNotNull(topics.publishedAt), isNull(topics.withdrawnAt), isNull(topics.trashedAt));

/** Every topic visitors can see, in the order of the tree. */
export const topicTree = cached({
  name: 'topicTree',
  tags: () => [tags.topics],
  read: async (): Promise<TopicNode[]> => {
    const rows = await db()
      .select()
      .from(topics)
      .where(isPublicTopic())
      .orderBy(asc(topics.position), asc(topics.id));
    return rows.flatMap((row) =>
      row.title && row.introduction
        ? {
            id: row.id,
            address: topicAddress(row.slug),
            title: row.title,
            kind: row.kind,
            hue: row.hue,
            parentId: row.parentId,
            start: startOf(plainText(row.introduction)),
          }
        : [],
    );
  },
});

/** The id of the public topic at an address. */
export const topicIdAt = cached({
  name: 'topicIdAt',
  tags: (slug: string) => [tags.address(topicAddress(slug))],
  read: async (slug: string) => {
    const [row] = await db()
      .select({ id: topics.id })
      .from(topics)
      .where(and(eq(topics.slug, slug), isPublicTopic()));
    return row?.id ?? null;
  },
});

/** A topic as its page shows it. */
export const publishedTopic = cached({
  name: 'publishedTopic',
  tags: (id: number) => [tags.topic(id)],
  read: async (id: number) => {
    const [row] = await db()
      .select()
      .from(topics)
      .where(and(eq(topics.id, id), isPublicTopic()));
    if (!row?.title || !row.introduction) return null;
    const uses = await db().select().from(photoUses).where(eq(photoUses.topicId, id));
    return {
      id,
      slug: row.slug,
      address: topicAddress(row.slug),
      title: row.title,
      kind: row.kind,
      hue: row.hue,
      parentId: row.parentId,
      introduction: row.introduction,
      hero: uses.find((use) => use.place === 'hero') ?? null,
      figures: uses.filter((use) => use.place === 'figure'),
    };
  },
});

/** Topics in an order of their own, such as a resource's, without those that visitors cannot see. */
export async function topicsByIds(ids: number[]): Promise<TopicNode[]> {
  const byId = new Map((await topicTree()).map((topic) => [topic.id, topic]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function topicSlugs(): Promise<string[]> {
  const rows = await db().select({ slug: topics.slug }).from(topics).where(isPublicTopic());
  return rows.map(({ slug }) => slug);
}
