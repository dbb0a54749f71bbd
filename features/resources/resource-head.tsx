import type { ReactNode } from 'react';
import { topicsByIds } from '@/features/topics/queries';
import { directionOf } from '@/lib/direction';
import { dayInWords } from '@/lib/time';
import { kindLabels } from './entry';
import type { Person, PublishedResource } from './published';

/** Title, summary, people, dates and topics of a story, webinar or document. */
export async function ResourceHead({
  resource,
  children,
}: {
  resource: PublishedResource;
  children?: ReactNode;
}) {
  const [topic] = await topicsByIds(resource.topicIds);
  return (
    <header className={`hue-${topic?.hue ?? 'teal'} measure border-t-4 border-[var(--hue)] pt-4`}>
      <p className="kicker">
        <span className={resource.kind === 'news' ? 'text-rust' : undefined}>
          {kindLabels[resource.kind]}
        </span>
        {topic && (
          <>
            {' / '}
            <a href={topic.address}>{topic.title}</a>
          </>
        )}
      </p>
      <h1 className="mt-2" dir={directionOf(resource.title)}>
        {resource.title}
      </h1>
      {resource.summary && (
        <p className="lede mt-4" dir={directionOf(resource.summary)}>
          {resource.summary}
        </p>
      )}
      {children}
    </header>
  );
}

/** Byline and dates: published, and apart from it corrected or reviewed. */
export function Byline({ resource }: { resource: PublishedResource }) {
  return (
    <div className="meta mt-4">
      {resource.authors.length > 0 && (
        <p>
          By <People people={resource.authors} />
        </p>
      )}
      <p>
        Published <time dateTime={resource.day}>{dayInWords(resource.day)}</time>
        {resource.correctedOn && (
          <>
            {' · '}Corrected <time dateTime={resource.correctedOn}>{dayInWords(resource.correctedOn)}</time>
          </>
        )}
        {resource.reviewedOn && (
          <>
            {' · '}Reviewed <time dateTime={resource.reviewedOn}>{dayInWords(resource.reviewedOn)}</time>
          </>
        )}
      </p>
    </div>
  );
}

export function People({ people }: { people: Person[] }) {
  return people.map((person, index) => (
    <span key={person.id}>
      {index > 0 && (index === people.length - 1 ? ' and ' : ', ')}
      {person.url ? <a href={person.url}>{person.name}</a> : <bdi>{person.name}</bdi>}
      {person.affiliation &&
        person.affiliation !== person.name &&
        !person.name.startsWith(person.affiliation) &&
        `, ${person.affiliation}`}
    </span>
  ));
}
