import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { photoUses, type Topic, topics } from '@/db/schema';
import type { TopicState } from '@/db/tags';
import { type Writing, write } from '@/db/write';
import { TextTree } from '@/lib/text-tree';

export type TopicInput = {
  kind: Topic['kind'];
  parentId: number | null;
  position: number;
  hue: Topic['hue'];
  title: string;
  introduction: TextTree;
};

/** A topic that nobody but staff can see yet. */
export const createTopic = (slug: string, within?: Writing) =>
  write(async ({ tx }) => {
    const [row] = await tx.insert(topics).values({ slug }).returning({ id: topics.id });
    if (!row) throw new Error('no row came back');
    return row.id;
  }, within);

/** The public row becomes what is given, whole. */
export const publishTopic = (id: number, input: TopicInput, within?: Writing) =>
  write(async ({ tx, changed }) => {
    const before = await lockedState(tx, id);
    const now = new Date();
    await tx
      .update(topics)
      .set({
        ...input,
        introduction: TextTree.parse(input.introduction),
        publishedAt: now,
        firstPublishedAt: before.firstPublishedAt ?? now,
        withdrawnAt: null,
        withdrawnReason: null,
      })
      .where(eq(topics.id, id));
    changed({ of: 'topic', before, after: await lockedState(tx, id) });
  }, within);

async function lockedState(
  tx: Transaction,
  id: number,
): Promise<TopicState & { firstPublishedAt: Date | null }> {
  const [row] = await tx
    .select({ slug: topics.slug, firstPublishedAt: topics.firstPublishedAt })
    .from(topics)
    .where(eq(topics.id, id))
    .for('update');
  if (!row) throw new Error(`there is no topic ${id}`);
  const uses = await tx
    .selectDistinct({ photoId: photoUses.photoId })
    .from(photoUses)
    .where(eq(photoUses.topicId, id));
  return { id, ...row, photoIds: uses.map(({ photoId }) => photoId) };
}
