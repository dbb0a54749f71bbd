import { type ReactNode, Suspense } from 'react';
import { NotHere } from '@/components/site/not-here';
import { SiteFrame } from '@/components/site/site-frame';
import { siteSettings } from '@/features/settings/queries';

export const dynamic = 'error';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { siteName, tagline, notice } = await siteSettings();
  return (
    <SiteFrame siteName={siteName} tagline={tagline} notice={notice}>
      {/* Without it `notFound()` sends an empty body: https://nextjs.org/docs/app/api-reference/functions/not-found */}
      <Suspense fallback={<NotHere />}>{children}</Suspense>
    </SiteFrame>
  );
}
