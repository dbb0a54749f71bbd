import type { Metadata } from 'next';
import { siteSettings } from '@/features/settings/queries';
import { SitePromise } from '@/features/settings/site-promise';
import { pageMetadata } from '@/lib/metadata';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await siteSettings();
  return pageMetadata({ title: 'Accessibility', siteName, path: '/accessibility' });
}

export default async function Accessibility() {
  const { accessibility, accessibilityReviewedOn, contactMail } = await siteSettings();
  return (
    <SitePromise
      title="Accessibility"
      text={accessibility}
      reviewedOn={accessibilityReviewedOn}
      contactMail={contactMail}
    />
  );
}
