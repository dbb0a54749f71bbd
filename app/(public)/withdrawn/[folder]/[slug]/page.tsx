import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { withdrawnAt } from '@/features/addresses/queries';

type Props = { params: Promise<{ folder: string; slug: string }> };

export const generateStaticParams = () => [];
export const metadata: Metadata = { title: 'This page was withdrawn', robots: { index: false } };

/** What the front answers with 410 at the address of a withdrawn page. */
export default async function Withdrawn({ params }: Props) {
  const { folder, slug } = await params;
  const page = (await withdrawnAt(folder, slug)) ?? notFound();
  return (
    <div className="measure">
      <h1>This page was withdrawn</h1>
      <p className="lede mt-4">“{page.title}” is no longer here.</p>
      <p className="mt-4">{page.reason}</p>
      <p className="mt-6">
        Look through <a href="/topics">all topics</a>, <a href="/news">the news</a> or{' '}
        <a href="/webinars">the webinars</a>.
      </p>
    </div>
  );
}
