'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ActionButton } from '@/components/admin/action-form';
import { makePreviewLinkAction, revokePreviewLinkAction } from './actions';
import type { Owner } from './owner-name';

/** Links for people without an account: made, shown once, taken back. */
export function PreviewLinks({ owner, links }: { owner: Owner; links: { id: number; words: string }[] }) {
  const router = useRouter();
  const [link, setLink] = useState('');
  const [said, setSaid] = useState('');

  async function make() {
    const answer = await makePreviewLinkAction({ ...owner, days: 14 }).catch(() => undefined);
    if (!answer?.done)
      return setSaid(answer?.refused?.sentence ?? 'The server did not answer. Try again in a minute.');
    setLink(answer.done.link);
    setSaid('The link is made. It is shown here once.');
    router.refresh();
  }

  return (
    <div className="mt-3">
      <button type="button" className="button-quiet button-small" onClick={make}>
        Make a link for somebody without an account
      </button>
      <span role="status" className="meta ms-3">
        {said}
      </span>
      {link && (
        <label className="mt-2 block">
          <span className="label">Link, good for 14 days</span>
          <input className="input" readOnly value={link} onFocus={({ target }) => target.select()} />
        </label>
      )}
      {links.length > 0 && (
        <ul className="mt-3 grid gap-2">
          {links.map(({ id, words }) => (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <span className="meta">A link {words}</span>
              <ActionButton action={revokePreviewLinkAction} given={{ ...owner, linkId: id }}>
                Take it back
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
