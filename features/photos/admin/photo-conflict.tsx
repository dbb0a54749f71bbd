'use client';

import { useEffect, useRef } from 'react';
import type { PhotoFields } from '../credit-fields';
import { differences } from './differences';

type Props = { mine: PhotoFields; theirs: PhotoFields; onKeepMine: () => void; onTakeTheirs: () => void };

/** Somebody else was faster: both texts, and neither is lost without being asked. */
export function PhotoConflict({ mine, theirs, onKeepMine, onTakeTheirs }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const found = differences(mine, theirs);
  return (
    <section aria-labelledby="conflict" className="error-summary">
      <h2 id="conflict" ref={heading} tabIndex={-1}>
        Somebody else saved this photo meanwhile
      </h2>
      <p className="mt-1">Nothing of yours was saved, and nothing is lost: what you wrote is still below.</p>
      {found.length === 0 ? (
        <p className="mt-2">You both wrote the same.</p>
      ) : (
        <dl className="mt-2">
          {found.map(({ name, mine: yours, theirs: saved }) => (
            <div key={name} className="mt-2">
              <dt className="label">{name}</dt>
              <dd>
                <span className="meta">Saved now:</span> <bdi>{saved || 'nothing'}</bdi>
              </dd>
              <dd>
                <span className="meta">Yours:</span> <bdi>{yours || 'nothing'}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="mt-4 flex flex-wrap gap-3">
        <button type="button" className="button-quiet" onClick={onKeepMine}>
          Keep mine, and go on from here
        </button>
        <button type="button" className="button-quiet" onClick={onTakeTheirs}>
          Take what is saved
        </button>
      </p>
    </section>
  );
}
