'use client';

import { useState } from 'react';
import { compareDrafts } from '../compare';
import { Comparison } from '../comparison';
import type { Draft } from '../draft';
import type { Backstop } from './backstop';

type Props = {
  copy: Backstop;
  server: Draft;
  topics: { id: number; title: string }[];
  onUse: () => void;
  onDiscard: () => void;
};

/** This browser holds what the server does not have: it is offered, never taken or thrown away unasked. */
export function BackstopNotice({ copy, server, topics, onUse, onDiscard }: Props) {
  const [shown, setShown] = useState(false);
  const names = {
    topic: (id: number) => topics.find((topic) => topic.id === id)?.title ?? `topic ${id}`,
    photo: (id: number) => `photo ${id}`,
  };
  const at = new Date(copy.at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className="notice notice-warn mt-6" aria-label="Text that was not saved">
      <p>
        <strong>This browser holds text that was not saved</strong>, from {at}.
      </p>
      <p className="mt-3 flex flex-wrap gap-3">
        <button type="button" className="button" onClick={onUse}>
          Use it
        </button>
        <button type="button" className="button-quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
          Look at it
        </button>
        <button type="button" className="button-quiet" onClick={onDiscard}>
          Discard it
        </button>
      </p>
      {shown && <Comparison changes={compareDrafts(server, copy.content, names)} />}
    </section>
  );
}
