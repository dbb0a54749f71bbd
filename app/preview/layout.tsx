import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SiteFrame } from '@/components/site/site-frame';
import '../admin/admin.css';
import { siteSettings } from '@/features/settings/queries';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function PreviewLayout({ children }: { children: ReactNode }) {
  const { siteName, tagline, notice } = await siteSettings();
  return (
    <SiteFrame siteName={siteName} tagline={tagline} notice={notice}>
      {children}
    </SiteFrame>
  );
}
