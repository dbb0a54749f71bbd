import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { cached } from '@/db/cache';
import { db } from '@/db/client';
import { type ResourceKind, resources, topics } from '@/db/schema';
import { tags } from '@/db/tags';

const kinds: Record<string, ResourceKind> = { news: 'news', webinars: 'webinar', documents: 'document' };

/** Why a page was withdrawn, for its visitors. */
export const withdrawnAt = cached({
  name: 'withdrawnAt',
  tags: (folder: string, slug: string) => [tags.address(`/${folder}/${slug}`)],
  read: async (folder: string, slug: string) => {
    const kind = kinds[folder];
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
