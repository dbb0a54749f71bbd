import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { ItemLine } from '@/features/desk/item-line';
import { siteSettings } from '@/features/settings/queries';
import { resourcesOfTopics, type TopicLine, topicsForStaff } from '@/features/topics/admin/queries';
import { RestoreTopicButton, StartTopicButton } from '@/features/topics/admin/topic-buttons';

export const metadata: Metadata = { title: 'Topics' };

export default async function TopicsListPage() {
  await requirePerson('create-topic');
  const [all, numbers, { zone }] = await Promise.all([topicsForStaff(), resourcesOfTopics(), siteSettings()]);
  const kept = all.filter(({ state }) => state !== 'trash');
  const trashed = all.filter(({ state }) => state === 'trash');
  const known = new Set(kept.map(({ id }) => id));
  const below = (parentId: number | null) =>
    kept.filter((topic) =>
      parentId === null ? !topic.parentId || !known.has(topic.parentId) : topic.parentId === parentId,
    );
  return (
    <>
      <h1>Topics</h1>
      <p className="measure mt-1 text-ink-2">In the order of the tree, as visitors see it.</p>
      <StartTopicButton />
      {kept.length === 0 ? (
        <p className="measure mt-6">
          No topic is here yet. A topic is a subject with a page of its own, on which stories, webinars and
          documents are listed.
        </p>
      ) : (
        <Branch topics={below(null)} below={below} numbers={numbers} zone={zone} />
      )}
      {trashed.length > 0 && (
        <section className="section" aria-labelledby="trash">
          <h2 id="trash">In the trash</h2>
          <ul className="mt-2 divide-y divide-hairline">
            {trashed.map((topic) => (
              <li key={topic.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div>
                  <ItemLine item={topic} zone={zone} />
                </div>
                <RestoreTopicButton id={topic.id} title={topic.title} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type BranchProps = {
  topics: TopicLine[];
  below: (parentId: number) => TopicLine[];
  numbers: Map<number, number>;
  zone: string;
};

function Branch({ topics, below, numbers, zone }: BranchProps) {
  return (
    <ul className="mt-4 divide-y divide-hairline border-y border-hairline">
      {topics.map((topic) => {
        const subtopics = below(topic.id);
        const number = numbers.get(topic.id) ?? 0;
        return (
          <li key={topic.id} className="py-3">
            <ItemLine item={topic} zone={zone} />
            <p className="meta">{number === 1 ? '1 public page' : `${number} public pages`}</p>
            {subtopics.length > 0 && (
              <div className="ms-6">
                <Branch topics={subtopics} below={below} numbers={numbers} zone={zone} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
