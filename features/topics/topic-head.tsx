import { Photo } from '@/features/photos/photo';
import { Text } from '@/features/resources/text';
import { directionOf } from '@/lib/direction';
import type { publishedTopic, TopicNode } from './queries';

type PublishedTopic = NonNullable<Awaited<ReturnType<typeof publishedTopic>>>;

const kindNames = { subject: 'Topic', project: 'Project', series: 'Series' } as const;

/** Headline and introduction left, the whole photo with its credit right. */
export function TopicHead({ topic, parent }: { topic: PublishedTopic; parent: TopicNode | undefined }) {
  const [first, ...others] = topic.introduction.content;
  return (
    <div className={`hue-${topic.hue} ${topic.hero ? 'grid gap-x-12 gap-y-6 lg:grid-cols-[5fr_6fr]' : ''}`}>
      <div className="measure border-t-4 border-[var(--hue)] pt-4">
        <p className="kicker">
          {parent ? (
            <>
              {kindNames[topic.kind]} in <a href={parent.address}>{parent.title}</a>
            </>
          ) : (
            kindNames[topic.kind]
          )}
        </p>
        <h1 className="mt-2" dir={directionOf(topic.title)}>
          {topic.title}
        </h1>
        {first && (
          <div className="lede mt-4">
            <Text tree={{ type: 'doc', content: [first] }} figures={topic.figures} />
          </div>
        )}
        {others.length > 0 && (
          <div className="prose mt-4">
            <Text tree={{ type: 'doc', content: others }} figures={topic.figures} />
          </div>
        )}
      </div>
      {topic.hero && (
        <Photo use={topic.hero} first sizes="(min-width: 76rem) 37rem, (min-width: 60rem) 50vw, 92vw" />
      )}
    </div>
  );
}
