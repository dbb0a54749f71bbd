import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { photoForSharing } from '@/features/photos/queries';
import { newestOfTopic } from '@/features/resources/queries';
import { siteSettings } from '@/features/settings/queries';
import { publishedTopic, topicIdAt, topicSlugs, topicTree } from '@/features/topics/queries';
import { TopicView } from '@/features/topics/topic-view';
import { upcomingOfTopic } from '@/features/webinars/queries';
import { pageMetadata } from '@/lib/metadata';

type Props = { params: Promise<{ slug: string }> };

export const generateStaticParams = async () => (await topicSlugs()).map((slug) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const topic = await topicAt((await params).slug);
  const [{ siteName }, tree, image] = await Promise.all([
    siteSettings(),
    topicTree(),
    photoForSharing(topic.hero),
  ]);
  const description = tree.find(({ id }) => id === topic.id)?.start;
  return pageMetadata({ title: topic.title, siteName, description, path: topic.address, image });
}

export default async function TopicPage({ params }: Props) {
  const topic = await topicAt((await params).slug);
  const [tree, upcoming, list] = await Promise.all([
    topicTree(),
    upcomingOfTopic(topic.id),
    newestOfTopic(topic.id, 1),
  ]);
  return <TopicView topic={topic} tree={tree} upcoming={upcoming} list={list} />;
}

async function topicAt(slug: string) {
  const id = await topicIdAt(slug);
  const topic = id ? await publishedTopic(id) : null;
  return topic ?? notFound();
}
