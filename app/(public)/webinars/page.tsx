import type { Metadata } from 'next';
import { pastWebinars } from '@/features/resources/queries';
import { siteSettings } from '@/features/settings/queries';
import { upcomingWebinars } from '@/features/webinars/queries';
import { Past, Upcoming } from '@/features/webinars/webinar-lists';
import { pageMetadata } from '@/lib/metadata';

const about = 'Live sessions for library staff, and the recordings of those that were held.';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await siteSettings();
  return pageMetadata({ title: 'Webinars', siteName, description: about, path: '/webinars' });
}

export default async function Webinars() {
  const [upcoming, past] = await Promise.all([upcomingWebinars(), pastWebinars(1)]);
  return (
    <>
      <h1>Webinars</h1>
      <p className="lede mt-3 text-ink-2">{about}</p>
      <Upcoming entries={upcoming} />
      <Past list={past} />
    </>
  );
}
