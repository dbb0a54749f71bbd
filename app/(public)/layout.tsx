import type { ReactNode } from 'react';
import { SiteFrame } from '@/components/site/site-frame';
import { siteSettings } from '@/features/settings/queries';

export const dynamic = 'error';

/**
 * No Suspense boundary anywhere below: React sends the content of a large one behind its fallback and has a script
 * swap them, so that a reader without scripts would see the fallback. The body of a 404, for which Next would want
 * one, comes from the front (server/pages.ts).
 */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { siteName, tagline, notice } = await siteSettings();
  return (
    <SiteFrame siteName={siteName} tagline={tagline} notice={notice}>
      {children}
    </SiteFrame>
  );
}
