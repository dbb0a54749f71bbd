import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { photoForSharing } from '@/features/photos/queries';
import { newestSlugs, resourceIdAt } from '@/features/resources/queries';
import { teaserOf } from '@/features/resources/teaser';
import { siteSettings } from '@/features/settings/queries';
import { publishedWebinar } from '@/features/webinars/queries';
import { WebinarView } from '@/features/webinars/webinar-view';
import { pageMetadata } from '@/lib/metadata';

type Props = { params: Promise<{ slug: string }> };

/** The newest are rendered ahead; the others when they are first asked for, and kept. */
export const generateStaticParams = async () => (await newestSlugs('webinar')).map((slug) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const webinar = await webinarAt((await params).slug);
  const [{ siteName }, image] = await Promise.all([siteSettings(), photoForSharing(webinar.hero)]);
  const description = webinar.summary ?? teaserOf(webinar);
  return pageMetadata({ title: webinar.title, siteName, description, path: webinar.address, image });
}

export default async function WebinarPage({ params }: Props) {
  const webinar = await webinarAt((await params).slug);
  const { siteName } = await siteSettings();
  return <WebinarView webinar={webinar} siteName={siteName} />;
}

async function webinarAt(slug: string) {
  const id = await resourceIdAt('webinar', slug);
  const webinar = id ? await publishedWebinar(id) : null;
  return webinar ?? notFound();
}
