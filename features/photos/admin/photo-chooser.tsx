'use client';

import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { findPhotosAction } from '../actions';
import type { PhotoChoice } from '../queries';
import { Thumbnail } from './thumbnail';

/**
 * Lets somebody choose a photo of the library: `choose()` opens the dialog and resolves to what was chosen, or to null
 * when it was closed; `dialog` stands somewhere on the page.
 */
export function usePhotoChooser(): { choose: () => Promise<PhotoChoice | null>; dialog: ReactNode } {
  const box = useRef<HTMLDialogElement>(null);
  const settle = useRef<(choice: PhotoChoice | null) => void>(null);
  const [opened, setOpened] = useState(0);
  const title = useId();

  const choose = useCallback(
    () =>
      new Promise<PhotoChoice | null>((resolve) => {
        settle.current?.(null);
        settle.current = resolve;
        setOpened((number) => number + 1);
        box.current?.showModal();
      }),
    [],
  );
  const end = (choice: PhotoChoice | null) => {
    settle.current?.(choice);
    settle.current = null;
    box.current?.close();
  };

  const dialog = (
    <dialog ref={box} className="dialog" aria-labelledby={title} onClose={() => end(null)}>
      {opened > 0 && (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id={title}>Choose a photo</h2>
            <button type="button" className="button-quiet button-small" onClick={() => box.current?.close()}>
              Close without choosing
            </button>
          </div>
          <Choices key={opened} onChoose={end} />
        </>
      )}
    </dialog>
  );
  return { choose, dialog };
}

type Found = { photos: PhotoChoice[]; said: string };

function Choices({ onChoose }: { onChoose: (photo: PhotoChoice) => void }) {
  const search = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const { photos, said } = useFound(query);
  useEffect(() => input.current?.focus(), []);
  return (
    <>
      <search className="field mt-4">
        <label htmlFor={search} className="label">
          Search by title, maker, source or alternative text
        </label>
        <input
          ref={input}
          id={search}
          type="search"
          className="input"
          autoComplete="off"
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
          // The dialog may stand within a form, which this is not to send.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </search>
      <p className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span role="status" className="meta">
          {said}
        </span>
        <a href="/admin/photos/new" target="_blank" rel="noopener" className="inline-flex min-h-6">
          Add a photo (opens in a new tab)
        </a>
      </p>
      <ul className="mt-4 grid gap-4 sm:grid-cols-[1fr_1fr]">
        {photos.map((photo) => (
          <li key={photo.id}>
            <button
              type="button"
              className="block w-full cursor-pointer rounded-control border border-control p-2 text-start"
              onClick={() => onChoose(photo)}
            >
              <Thumbnail photo={{ ...photo, hasFile: photo.thumbnail !== null }} alt="" />
              <span className="mt-2 block">{photo.alt ?? photo.title ?? `Photo ${photo.id}`}</span>
              <span className="credit block">{photo.credit || 'No credit yet'}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is found while one types, and once more when one comes back from adding a photo. */
function useFound(query: string): Found {
  const [found, setFound] = useState<Found>({ photos: [], said: 'Searching …' });
  useEffect(() => {
    let current = true;
    async function find() {
      const answer = await findPhotosAction({ query: query.slice(0, 200) }).catch(() => undefined);
      if (!current) return;
      if (answer?.done) return setFound({ photos: answer.done, said: numberOf(answer.done.length) });
      const said = answer?.refused?.sentence ?? 'The server did not answer. Type again in a minute.';
      setFound((before) => ({ ...before, said }));
    }
    const soon = setTimeout(find, query ? 250 : 0);
    addEventListener('focus', find);
    return () => {
      current = false;
      clearTimeout(soon);
      removeEventListener('focus', find);
    };
  }, [query]);
  return found;
}

function numberOf(number: number): string {
  if (number === 0) return 'No photo fits.';
  if (number === MOST) return `The newest ${MOST} that fit. More words find fewer.`;
  return number === 1 ? 'One photo' : `${number} photos`;
}

/** As many as the server gives at once. */
const MOST = 24;
