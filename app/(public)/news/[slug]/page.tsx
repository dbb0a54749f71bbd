import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { photoForSharing } from '@/features/photos/queries';
import { newestSlugs, resourceIdAt } from '@/features/resources/queries';
import { teaserOf } from '@/features/resources/teaser';
import { siteSettings } from '@/features/settings/queries';
import { publishedStory } from '@/features/stories/queries';
import { StoryView } from '@/features/stories/story-view';
import { pageMetadata } from '@/lib/metadata';

type Props = { params: Promise<{ slug: string }> };

/** The newest are rendered ahead; the others when they are first asked for, and kept. */
export const generateStaticParams = async () => (await newestSlugs('news')).map((slug) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const story = await storyAt((await params).slug);
  const [{ siteName }, image] = await Promise.all([siteSettings(), photoForSharing(story.hero)]);
  const description = story.summary ?? teaserOf(story);
  return pageMetadata({ title: story.title, siteName, description, path: story.address, image });
}

export default async function StoryPage({ params }: Props) {
  const story = await storyAt((await params).slug);
  const { siteName } = await siteSettings();
  return <StoryView story={story} siteName={siteName} />;
}

async function storyAt(slug: string) {
  const id = await resourceIdAt('news', slug);
  const story = id ? await publishedStory(id) : null;
  return story ?? notFound();
}
