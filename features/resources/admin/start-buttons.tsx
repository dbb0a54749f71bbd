'use client';

import { useState } from 'react';
import { startResourceAction } from '../actions';

type Kind = 'news' | 'webinar' | 'document';
const names: Record<Kind, string> = {
  news: 'Write a story',
  webinar: 'Announce a webinar',
  document: 'Add a document',
};

/** Begins something new and opens it. */
export function StartButtons({
  kinds = ['news', 'webinar', 'document'],
  mayStartTopics = false,
}: {
  kinds?: Kind[];
  mayStartTopics?: boolean;
}) {
  const [said, setSaid] = useState('');

  async function start(kind: Kind) {
    setSaid('Opening …');
    const answer = await startResourceAction({ kind }).catch(() => undefined);
    if (answer?.done) return location.assign(`/admin/resources/${answer.done.id}`);
    setSaid(answer?.refused?.sentence ?? 'The server did not answer. Try again in a minute.');
  }

  return (
    <p className="mt-6 flex flex-wrap items-center gap-3">
      {kinds.map((kind) => (
        <button key={kind} type="button" className="button-quiet" onClick={() => start(kind)}>
          {names[kind]}
        </button>
      ))}
      {mayStartTopics && (
        <a href="/admin/topics" className="button-quiet">
          Topics
        </a>
      )}
      <span role="status" className="meta">
        {said}
      </span>
    </p>
  );
}
