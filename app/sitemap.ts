import type { MetadataRoute } from 'next';
import { sitemapAddresses } from '@/features/addresses/queries';
import { env } from '@/lib/env';

export const dynamic = 'force-static';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const addresses = await sitemapAddresses();
  return addresses.map((path) => ({ url: `${env().SITE_URL}${path === '/' ? '' : path}` }));
}
