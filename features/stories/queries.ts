import { and, desc, eq } from 'drizzle-orm';
import { cached } from '@/db/cache';
import { db } from '@/db/client';
import { photoUses, resources } from '@/db/schema';
import { tags } from '@/db/tags';
import { publishedResource } from '@/features/resources/published';
import { entriesOf, isPublic } from '@/features/resources/queries';

/** A story as its page shows it. */
export const publishedStory = cached({
  name: 'publishedStory',
  tags: (id: number) => [tags.resource(id)],
  read: (id: number) => publishedResource(id, 'news'),
});

/** The newest story with a photo, for the head of the home page. */
export const leadStory = cached({
  name: 'leadStory',
  tags: () => [tags.newest],
  read: async () => {
    const [row] = await db()
      .select({ id: resources.id, hero: photoUses })
      .from(resources)
      .innerJoin(photoUses, and(eq(photoUses.resourceId, resources.id), eq(photoUses.place, 'hero')))
      .where(and(eq(resources.kind, 'news'), isPublic()))
      .orderBy(desc(resources.day), desc(resources.id))
      .limit(1);
    const [entry] = row ? await entriesOf([row.id]) : [];
    return row && entry ? { entry, hero: row.hero } : null;
  },
});
