import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentView } from '@/features/documents/document-view';
import { publishedDocument } from '@/features/documents/queries';
import { photoForSharing } from '@/features/photos/queries';
import { newestSlugs, resourceIdAt } from '@/features/resources/queries';
import { teaserOf } from '@/features/resources/teaser';
import { siteSettings } from '@/features/settings/queries';
import { pageMetadata } from '@/lib/metadata';

type Props = { params: Promise<{ slug: string }> };

/** The newest are rendered ahead; the others when they are first asked for, and kept. */
export const generateStaticParams = async () => (await newestSlugs('document')).map((slug) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const document = await documentAt((await params).slug);
  const [{ siteName }, image] = await Promise.all([siteSettings(), photoForSharing(document.hero)]);
  const description = document.summary ?? teaserOf(document);
  return pageMetadata({ title: document.title, siteName, description, path: document.address, image });
}

export default async function DocumentPage({ params }: Props) {
  const document = await documentAt((await params).slug);
  const { siteName } = await siteSettings();
  return <DocumentView document={document} siteName={siteName} />;
}

async function documentAt(slug: string) {
  const id = await resourceIdAt('document', slug);
  const document = id ? await publishedDocument(id) : null;
  return document ?? notFound();
}
