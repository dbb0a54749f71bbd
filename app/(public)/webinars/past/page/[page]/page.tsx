import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pastWebinars } from '@/features/resources/queries';
import { siteSettings } from '@/features/settings/queries';
import { Past } from '@/features/webinars/webinar-lists';
import { pageMetadata } from '@/lib/metadata';
import { laterPage } from '@/lib/page-number';

type Props = { params: Promise<{ page: string }> };

/** Later pages are rendered when they are first asked for. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params;
  const { siteName } = await siteSettings();
  return pageMetadata({
    title: `Past webinars, page ${page}`,
    siteName,
    path: `/webinars/past/page/${page}`,
  });
}

export default async function PastWebinars({ params }: Props) {
  const number = laterPage((await params).page) ?? notFound();
  const list = await pastWebinars(number);
  if (list.entries.length === 0) notFound();
  return (
    <>
      <h1>Webinars, page {list.page}</h1>
      <Past list={list} />
    </>
  );
}
