import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { newestOfTopic } from '@/features/resources/queries';
import { siteSettings } from '@/features/settings/queries';
import { publishedTopic, topicIdAt } from '@/features/topics/queries';
import { MostRecentlyAdded } from '@/features/topics/topic-lists';
import { pageMetadata } from '@/lib/metadata';
import { laterPage } from '@/lib/page-number';

type Props = { params: Promise<{ slug: string; page: string }> };

/** Later pages are rendered when they are first asked for. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic, list } = await pageAt(await params);
  const { siteName } = await siteSettings();
  const title = `${topic.title}, page ${list.page}`;
  return pageMetadata({ title, siteName, path: `${topic.address}/page/${list.page}` });
}

export default async function TopicPage({ params }: Props) {
  const { topic, list } = await pageAt(await params);
  return (
    <>
      <p className={`kicker hue-${topic.hue}`}>
        <a href={topic.address}>{topic.title}</a>
      </p>
      <h1 className="mt-2">
        {topic.title}, page {list.page}
      </h1>
      <MostRecentlyAdded list={list} address={topic.address} />
    </>
  );
}

async function pageAt({ slug, page }: { slug: string; page: string }) {
  const number = laterPage(page);
  const id = number && (await topicIdAt(slug));
  const topic = id ? await publishedTopic(id) : null;
  if (!topic || !number) notFound();
  const list = await newestOfTopic(topic.id, number);
  if (list.entries.length === 0) notFound();
  return { topic, list };
}
