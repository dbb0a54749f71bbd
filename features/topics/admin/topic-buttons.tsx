'use client';

import { useState } from 'react';
import { ActionButton } from '@/components/admin/action-form';
import { startTopicAction, untrashTopicAction } from '../actions';

export function StartTopicButton() {
  const [said, setSaid] = useState('');
  async function start() {
    setSaid('Opening …');
    const answer = await startTopicAction({}).catch(() => undefined);
    if (answer?.done) return location.assign(`/admin/topics/${answer.done.id}`);
    setSaid(answer?.refused?.sentence ?? 'The server did not answer. Try again in a minute.');
  }
  return (
    <p className="mt-6 flex flex-wrap items-center gap-3">
      <button type="button" className="button-quiet" onClick={start}>
        Begin a topic
      </button>
      <span role="status" className="meta">
        {said}
      </span>
    </p>
  );
}

export function RestoreTopicButton({ id, title }: { id: number; title: string }) {
  return (
    <ActionButton action={untrashTopicAction} given={{ id }}>
      Restore<span className="sr-only">: {title}</span>
    </ActionButton>
  );
}
