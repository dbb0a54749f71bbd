import type { TopicNode } from './queries';

/** Topics and, below each, its subtopics; with `starts`, what each is about. */
export function TopicTree({ topics, starts = false }: { topics: TopicNode[]; starts?: boolean }) {
  const roots = topics.filter(({ parentId }) => !topics.some(({ id }) => id === parentId));
  return (
    <ul className={starts ? 'grid gap-8' : 'grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3'}>
      {roots.map((topic) => (
        <li key={topic.id} className={`hue-${topic.hue} border-s-2 border-[var(--hue)] ps-4`}>
          {starts ? (
            <h2 className="text-h2">
              <a href={topic.address}>{topic.title}</a>
            </h2>
          ) : (
            <h3 className="text-body">
              <a className="inline-flex min-h-6" href={topic.address}>
                {topic.title}
              </a>
            </h3>
          )}
          {starts && <p className="measure mt-1 text-ink-2">{topic.start}</p>}
          <Subtopics of={topic} topics={topics} starts={starts} />
        </li>
      ))}
    </ul>
  );
}

function Subtopics({ of, topics, starts }: { of: TopicNode; topics: TopicNode[]; starts: boolean }) {
  const below = topics.filter(({ parentId }) => parentId === of.id);
  if (below.length === 0) return null;
  return (
    <ul className={starts ? 'mt-2 flex flex-wrap gap-x-6 gap-y-1' : 'mt-1 text-meta'}>
      {below.map((topic) => (
        <li key={topic.id}>
          <a className="inline-flex min-h-6" href={topic.address}>
            {topic.title}
          </a>
          <Subtopics of={topic} topics={topics} starts={starts} />
        </li>
      ))}
    </ul>
  );
}
