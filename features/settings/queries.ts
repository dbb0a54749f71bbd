import { cached } from '@/db/cache';
import { db } from '@/db/client';
import { settings } from '@/db/schema';
import { tags } from '@/db/tags';

const empty = { type: 'doc' as const, content: [] };

/** What the site says of itself; a site that nobody has filled yet says little. */
export const siteSettings = cached({
  name: 'siteSettings',
  tags: () => [tags.settings],
  read: async () => {
    const [row] = await db().select().from(settings);
    return (
      row ?? {
        one: true,
        siteName: 'Commonshelf',
        tagline: 'What libraries learn, shared.',
        zone: 'America/New_York',
        contactMail: '',
        notice: null,
        accessibility: empty,
        accessibilityReviewedOn: null,
        privacy: empty,
        privacyReviewedOn: null,
      }
    );
  },
});
