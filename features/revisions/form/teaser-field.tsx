'use client';

import { startOf } from '@/features/resources/teaser';
import { plainText } from '@/lib/text-tree';
import { visibleLength } from '../visible-length';
import type { ResourcePart } from './form-part';
import { LineField } from './line-field';

const MOST = 300;

/** With its count as one types, and what lists show while it is empty. */
export function TeaserField({ draft, update, errorOf }: ResourcePart) {
  const length = visibleLength(draft.teaser);
  const start = startOf(plainText({ content: draft.body.content.filter(({ type }) => type !== 'heading') }));
  return (
    <div className="field">
      <LineField
        id="teaser"
        label="Teaser"
        hint="What lists say of it, as you write it."
        error={errorOf('teaser')}
        value={draft.teaser}
        onChange={(teaser) => update({ teaser })}
        long
      />
      <p className={length > MOST ? 'error' : 'meta'} role="status">
        {length > MOST
          ? `${length} of ${MOST} characters: ${length - MOST} too many`
          : `${length} of ${MOST} characters`}
      </p>
      {length === 0 && start && <p className="meta">While it is empty, lists say: “{start}”</p>}
    </div>
  );
}
