import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { photoForSharing } from '@/features/photos/queries';
import { newestOfTopic } from '@/features/resources/queries';
import { siteSettings } from '@/features/settings/queries';
import { publishedTopic, topicIdAt, topicSlugs, topicTree } from '@/features/topics/queries';
import { TopicHead } from '@/features/topics/topic-head';
import { MostRecentlyAdded } from '@/features/topics/topic-lists';
import { upcomingOfTopic } from '@/features/webinars/queries';
import { UpcomingList } from '@/features/webinars/upcoming-list';
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
  const parent = tree.find(({ id }) => id === topic.parentId);
  const subtopics = tree.filter(({ parentId }) => parentId === topic.id);
  const related = parent ? tree.filter(({ parentId, id }) => parentId === parent.id && id !== topic.id) : [];
  return (
    <>
      <TopicHead topic={topic} parent={parent} />
      {subtopics.length > 0 && <TopicLinks title="Subtopics" topics={subtopics} />}
      {upcoming.length > 0 && (
        <section className="section" aria-labelledby="upcoming">
          <h2 id="upcoming">Upcoming webinars</h2>
          <div className="mt-6">
            <UpcomingList entries={upcoming} />
          </div>
        </section>
      )}
      <MostRecentlyAdded list={list} address={topic.address} />
      {related.length > 0 && <TopicLinks title="Related topics" topics={related} />}
    </>
  );
}

function TopicLinks({ title, topics }: { title: string; topics: { address: string; title: string }[] }) {
  const id = title.toLowerCase().replace(' ', '-');
  return (
    <nav className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
        {topics.map(({ address, title: name }) => (
          <li key={address}>
            <a className="inline-flex min-h-6" href={address}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

async function topicAt(slug: string) {
  const id = await topicIdAt(slug);
  const topic = id ? await publishedTopic(id) : null;
  return topic ?? notFound();
}
