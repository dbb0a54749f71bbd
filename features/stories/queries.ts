import { cached } from '@/db/cache';
import { tags } from '@/db/tags';
import { publishedResource } from '@/features/resources/published';

/** A story as its page shows it. */
export const publishedStory = cached({
  name: 'publishedStory',
  tags: (id: number) => [tags.resource(id)],
  read: (id: number) => publishedResource(id, 'news'),
});
