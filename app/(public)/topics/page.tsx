import type { Metadata } from 'next';
import { siteSettings } from '@/features/settings/queries';
import { topicTree } from '@/features/topics/queries';
import { TopicTree } from '@/features/topics/topic-tree';
import { pageMetadata } from '@/lib/metadata';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await siteSettings();
  return pageMetadata({
    title: 'Topics',
    siteName,
    description: 'Everything on this site, by what it is about.',
    path: '/topics',
  });
}

export default async function Topics() {
  const topics = await topicTree();
  return (
    <>
      <h1>Topics</h1>
      <p className="lede mt-3 text-ink-2">Everything on this site, by what it is about.</p>
      <div className="section">
        {topics.length > 0 ? <TopicTree topics={topics} starts /> : <p>No topic has been published yet.</p>}
      </div>
    </>
  );
}
