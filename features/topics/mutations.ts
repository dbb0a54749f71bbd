import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { type Topic, topics } from '@/db/schema';
import { topicState } from '@/db/states';
import { type Writing, write } from '@/db/write';
import { Rejected } from '@/lib/rejected';
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
    const before = await topicState(tx, id);
    if (before.trashedAt) throw new Rejected('id', 'This is in the trash. Restore it before you publish it.');
    if (input.parentId) await refuseCycle(tx, id, input.parentId);
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
    changed({ of: 'topic', before, after: await topicState(tx, id) });
  }, within);

/** A topic below itself would be on no list. */
async function refuseCycle(tx: Transaction, id: number, parentId: number) {
  const above = new Set<number>();
  for (let next: number | null = parentId; next !== null && !above.has(next); ) {
    if (next === id) throw new Rejected('parentId', 'The topic that you chose is below this one.');
    above.add(next);
    const [row]: { parentId: number | null }[] = await tx
      .select({ parentId: topics.parentId })
      .from(topics)
      .where(eq(topics.id, next));
    next = row?.parentId ?? null;
  }
}
