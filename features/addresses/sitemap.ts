import { cached } from '@/db/cache';
import { tags } from '@/db/tags';
import { publicAddresses } from './queries';

/** The addresses of all pages that a search engine should know. */
export const sitemapAddresses = cached({
  name: 'sitemapAddresses',
  tags: () => [tags.addresses],
  read: async () => (await publicAddresses()).pages.filter((path) => !/\.|\/page\//.test(path)),
});
