import type { Metadata } from 'next';
import { siteSettings } from '@/features/settings/queries';
import { SitePromise } from '@/features/settings/site-promise';
import { pageMetadata } from '@/lib/metadata';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await siteSettings();
  return pageMetadata({ title: 'Privacy', siteName, path: '/privacy' });
}

export default async function Privacy() {
  const { privacy, privacyReviewedOn, contactMail } = await siteSettings();
  return (
    <SitePromise title="Privacy" text={privacy} reviewedOn={privacyReviewedOn} contactMail={contactMail} />
  );
}
