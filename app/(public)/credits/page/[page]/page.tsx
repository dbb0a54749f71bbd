import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CreditList } from '@/features/photos/credit-list';
import { creditsPage } from '@/features/photos/queries';
import { siteSettings } from '@/features/settings/queries';
import { pageMetadata } from '@/lib/metadata';
import { laterPage } from '@/lib/page-number';

type Props = { params: Promise<{ page: string }> };

/** Later pages are rendered when they are first asked for. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params;
  const { siteName } = await siteSettings();
  return pageMetadata({ title: `Photo credits, page ${page}`, siteName, path: `/credits/page/${page}` });
}

export default async function Credits({ params }: Props) {
  const number = laterPage((await params).page) ?? notFound();
  const list = await creditsPage(number);
  if (list.photos.length === 0) notFound();
  return (
    <>
      <h1>Photo credits, page {list.page}</h1>
      <div className="section">
        <CreditList list={list} />
      </div>
    </>
  );
}
