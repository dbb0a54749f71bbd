'use client';

import { useSyncExternalStore } from 'react';
import type { SaveState } from './autosave';

type Props = {
  state: SaveState;
  published: { address: string; at: string } | null;
  scheduled: { words: string } | null;
  submitted: string | null;
  /** The browser keeps no copy. */
  unkept: boolean;
};

/** What is saved, what visitors see, and what comes next; never “saved” before the server said so. */
export function StatusLine({ state, published, scheduled, submitted, unkept }: Props) {
  // The server does not know the zone of the browser, which tells the time.
  const inBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return (
    <div className="status-line mt-8 border-t border-hairline bg-sunk px-4 py-2 text-meta">
      <p role="status">
        <strong className={state.is === 'saved' ? 'text-ok' : ''}>
          {saving(state, { inBrowser, unkept })}
        </strong>{' '}
        {state.is === 'signed-out' && (
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in (opens in a new tab)
          </a>
        )}
      </p>
      <p className="text-ink-2">
        {published ? `Visitors see the version of ${published.at}.` : 'Visitors do not see it yet.'}
        {scheduled && ` To be published: ${scheduled.words}.`}
        {submitted && ` ${submitted} submitted it for review.`}
        {unkept && ' This browser cannot keep a copy of what you type.'}
      </p>
    </div>
  );
}

function saving(state: SaveState, { inBrowser, unkept }: { inBrowser: boolean; unkept: boolean }): string {
  const kept = unkept ? '' : ' What you typed is kept in this browser.';
  switch (state.is) {
    case 'saved':
      return inBrowser ? `Saved at ${clock(state.at)}.` : 'Saved.';
    case 'changed':
      return 'Not saved yet …';
    case 'saving':
      return 'Saving …';
    case 'waiting':
      return `Not saved: the server does not answer. It is tried again.${kept}`;
    case 'signed-out':
      return `Not saved: you are no longer signed in.${kept}`;
    case 'refused':
      return `Not saved: ${state.sentence}`;
    case 'conflict':
      return 'Not saved: somebody else saved another version. Choose how to go on.';
  }
}

/** In the browser's own zone, where the person is. */
const clock = (at: string) =>
  new Date(at).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' }).replace('\u202f', ' ');
