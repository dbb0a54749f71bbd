'use client';

import { useEffect, useRef, useState } from 'react';
import { compareDrafts } from '../compare';
import { Comparison } from '../comparison';
import { type Draft, emptyResource, emptyTopic } from '../draft';
import type { Conflict } from '../mutations';
import { merged } from './merged';

type Props = {
  mine: Draft;
  conflict: Conflict;
  topics: { id: number; title: string }[];
  /** Each resolves to a sentence if it could not be done. */
  ways: {
    keepMine: () => Promise<string | undefined>;
    takeTheirs: () => Promise<string | undefined>;
    merge: (content: Draft) => Promise<string | undefined>;
  };
};

/** A save was refused: what differs, and three ways on, none of which loses a word. */
export function ConflictScreen({ mine, conflict, topics, ways }: Props) {
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const who = conflict.savedBy ?? 'Somebody';
  const names = {
    topic: (id: number) => topics.find((topic) => topic.id === id)?.title ?? `topic ${id}`,
    photo: (id: number) => `photo ${id}`,
  };

  async function go(way: () => Promise<string | undefined>) {
    setSaid('Working …');
    setSaid((await way().catch(() => 'The server did not answer. Nothing is lost; try again.')) ?? '');
  }

  return (
    <section aria-labelledby="conflict" className="mt-6">
      <h2 id="conflict" tabIndex={-1} ref={heading}>
        {who} saved another version while you were writing
      </h2>
      <p className="measure mt-2">
        Your last changes are not saved. They are here, and nothing is lost whichever way you choose.
      </p>
      <ul className="measure mt-4 grid gap-4">
        <Way
          does={() => go(ways.keepMine)}
          name="Keep mine"
          says={`Yours becomes the working copy. The version of ${who} is kept as a revision in the history.`}
        />
        <Way
          does={() => go(ways.takeTheirs)}
          name="Take the other"
          says={`The version of ${who} stays the working copy. Yours is kept as a revision in the history.`}
        />
        <Way
          does={() => go(() => ways.merge(merged(conflict.content, mine)))}
          name="Put mine below the other"
          says={`The text of ${who} comes first, then yours, for you to join. In the other fields theirs stands; both versions are kept as revisions.`}
        />
      </ul>
      <p role="status" className="mt-3 min-h-6 font-semibold">
        {said}
      </p>
      <h3 className="mt-6 text-lg">From their version to yours</h3>
      <Comparison changes={compareDrafts(conflict.content, mine, names)} />
      <div className="mt-8 grid gap-8 lg:grid-cols-2">
        <Whole title={`The version of ${who}`} draft={conflict.content} names={names} />
        <Whole title="Your version" draft={mine} names={names} />
      </div>
    </section>
  );
}

function Way({ name, says, does }: { name: string; says: string; does: () => void }) {
  return (
    <li>
      <button type="button" className="button-quiet" onClick={does}>
        {name}
      </button>
      <p className="meta mt-1">{says}</p>
    </li>
  );
}

function Whole({
  title,
  draft,
  names,
}: {
  title: string;
  draft: Draft;
  names: Parameters<typeof compareDrafts>[2];
}) {
  const empty = 'body' in draft ? emptyResource(draft.webinar ? 'webinar' : 'news') : emptyTopic;
  return (
    <details open>
      <summary className="inline-flex min-h-8 cursor-pointer font-semibold">{title}, whole</summary>
      <Comparison changes={compareDrafts(empty, draft, names)} />
    </details>
  );
}
