import type { Entry } from '@/features/resources/entry';
import type { EntryPage } from '@/features/resources/queries';
import { UpcomingList } from '@/features/webinars/upcoming-list';
import type { publishedTopic, TopicNode } from './queries';
import { TopicHead } from './topic-head';
import { MostRecentlyAdded } from './topic-lists';

type Props = {
  topic: NonNullable<Awaited<ReturnType<typeof publishedTopic>>>;
  tree: TopicNode[];
  upcoming: Entry[];
  list: EntryPage;
};

/** A topic's first page as visitors see it, also in a preview. */
export function TopicView({ topic, tree, upcoming, list }: Props) {
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
