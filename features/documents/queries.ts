import { cached } from '@/db/cache';
import { tags } from '@/db/tags';
import { publishedResource } from '@/features/resources/published';

/** A document as its page shows it; its first attachment is the document itself. */
export const publishedDocument = cached({
  name: 'publishedDocument',
  tags: (id: number) => [tags.resource(id)],
  read: (id: number) => publishedResource(id, 'document'),
});
