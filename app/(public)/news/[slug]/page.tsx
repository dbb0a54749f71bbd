import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Photo } from '@/features/photos/photo';
import { photoForSharing } from '@/features/photos/queries';
import { newestSlugs, resourceIdAt } from '@/features/resources/queries';
import { ResourceFoot } from '@/features/resources/resource-foot';
import { Byline, ResourceHead } from '@/features/resources/resource-head';
import { teaserOf } from '@/features/resources/teaser';
import { Text } from '@/features/resources/text';
import { siteSettings } from '@/features/settings/queries';
import { publishedStory } from '@/features/stories/queries';
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
  return (
    <article>
      <ResourceHead resource={story}>
        <Byline resource={story} />
      </ResourceHead>
      {story.hero && (
        <div className="mt-8 max-w-[56rem]">
          <Photo use={story.hero} first sizes="(min-width: 62rem) 56rem, 92vw" />
        </div>
      )}
      <div className="prose story-measure mt-8">
        <Text tree={story.body} figures={story.figures} />
      </div>
      <ResourceFoot resource={story} siteName={siteName} />
    </article>
  );
}

async function storyAt(slug: string) {
  const id = await resourceIdAt('news', slug);
  const story = id ? await publishedStory(id) : null;
  return story ?? notFound();
}
