import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { newsPage } from '@/features/resources/queries';
import { siteSettings } from '@/features/settings/queries';
import { NewsList } from '@/features/stories/news-list';
import { pageMetadata } from '@/lib/metadata';
import { laterPage } from '@/lib/page-number';

type Props = { params: Promise<{ page: string }> };

/** Later pages are rendered when they are first asked for. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params;
  const { siteName } = await siteSettings();
  return pageMetadata({ title: `News, page ${page}`, siteName, path: `/news/page/${page}` });
}

export default async function News({ params }: Props) {
  const number = laterPage((await params).page) ?? notFound();
  const list = await newsPage(number);
  if (list.entries.length === 0) notFound();
  return <NewsList list={list} />;
}
