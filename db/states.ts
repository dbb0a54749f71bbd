import { eq, sql } from 'drizzle-orm';
import type { Transaction } from './client';
import { resources, topics } from './schema';
import type { ResourceState, TopicState } from './tags';

type Course = {
  firstPublishedAt: Date | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  trashedAt: Date | null;
};

/** What of a resource the tags follow from, in one statement; its row stays locked until the transaction ends. */
export async function resourceState(tx: Transaction, id: number): Promise<ResourceState & Course> {
  const { kind, slug, firstPublishedAt, publishedAt, withdrawnAt, trashedAt } = resources;
  const [row] = await tx
    .select({
      kind,
      slug,
      firstPublishedAt,
      publishedAt,
      withdrawnAt,
      trashedAt,
      topicIds: sql<number[]>`array(select topic_id from topic_resources where resource_id = ${id})`,
      photoIds: sql<number[]>`array(select distinct photo_id from photo_uses where resource_id = ${id})`,
    })
    .from(resources)
    .where(eq(resources.id, id))
    .for('update');
  if (!row) throw new Error(`there is no resource ${id}`);
  return { id, ...row };
}

/** The same of a topic. */
export async function topicState(tx: Transaction, id: number): Promise<TopicState & Course> {
  const { slug, firstPublishedAt, publishedAt, withdrawnAt, trashedAt } = topics;
  const [row] = await tx
    .select({
      slug,
      firstPublishedAt,
      publishedAt,
      withdrawnAt,
      trashedAt,
      photoIds: sql<number[]>`array(select distinct photo_id from photo_uses where topic_id = ${id})`,
    })
    .from(topics)
    .where(eq(topics.id, id))
    .for('update');
  if (!row) throw new Error(`there is no topic ${id}`);
  return { id, ...row };
}
