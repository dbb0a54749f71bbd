import { NotHere } from '@/components/site/not-here';
import { SiteFrame } from '@/components/site/site-frame';
import { siteSettings } from '@/features/settings/queries';

export const metadata = { title: 'This page is not here' };

export default async function NotFound() {
  const { siteName, tagline, notice } = await siteSettings();
  return (
    <SiteFrame siteName={siteName} tagline={tagline} notice={notice}>
      <NotHere />
    </SiteFrame>
  );
}
