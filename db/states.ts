import { eq } from 'drizzle-orm';
import type { Transaction } from './client';
import { photoUses, resources, topicResources, topics } from './schema';
import type { ResourceState, TopicState } from './tags';

type Course = {
  firstPublishedAt: Date | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  trashedAt: Date | null;
};

/** What of a resource the tags follow from; its row stays locked until the transaction ends. */
export async function resourceState(tx: Transaction, id: number): Promise<ResourceState & Course> {
  const { kind, slug, firstPublishedAt, publishedAt, withdrawnAt, trashedAt } = resources;
  const [row] = await tx
    .select({ kind, slug, firstPublishedAt, publishedAt, withdrawnAt, trashedAt })
    .from(resources)
    .where(eq(resources.id, id))
    .for('update');
  if (!row) throw new Error(`there is no resource ${id}`);
  const placed = await tx
    .select({ id: topicResources.topicId })
    .from(topicResources)
    .where(eq(topicResources.resourceId, id));
  const uses = await tx
    .selectDistinct({ photoId: photoUses.photoId })
    .from(photoUses)
    .where(eq(photoUses.resourceId, id));
  return {
    id,
    ...row,
    topicIds: placed.map((topic) => topic.id),
    photoIds: uses.map(({ photoId }) => photoId),
  };
}

/** The same of a topic. */
export async function topicState(tx: Transaction, id: number): Promise<TopicState & Course> {
  const { slug, firstPublishedAt, publishedAt, withdrawnAt, trashedAt } = topics;
  const [row] = await tx
    .select({ slug, firstPublishedAt, publishedAt, withdrawnAt, trashedAt })
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
