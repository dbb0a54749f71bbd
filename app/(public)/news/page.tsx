import type { Metadata } from 'next';
import { newsPage } from '@/features/resources/queries';
import { siteSettings } from '@/features/settings/queries';
import { NewsList } from '@/features/stories/news-list';
import { pageMetadata } from '@/lib/metadata';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await siteSettings();
  const description = 'Stories of what libraries tried, what it cost and what came of it.';
  return pageMetadata({ title: 'News', siteName, description, path: '/news' });
}

export default async function News() {
  return <NewsList list={await newsPage(1)} />;
}
