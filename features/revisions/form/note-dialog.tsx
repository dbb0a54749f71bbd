'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Field } from '@/components/admin/field';

type Props = {
  id: string;
  children: ReactNode;
  title: string;
  hint: string;
  submit: string;
  /** Resolves to what is said then. */
  onSubmit: (note: string) => Promise<string>;
};

/** A button that asks for a note before it acts. */
export function NoteDialog({ id, children, title, hint, submit, onSubmit }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const [note, setNote] = useState('');
  const [said, setSaid] = useState('');

  async function go() {
    setSaid('Working …');
    setSaid(await onSubmit(note.slice(0, 500)));
    setNote('');
    box.current?.close();
  }

  return (
    <>
      <button type="button" className="button-quiet" onClick={() => box.current?.showModal()}>
        {children}
      </button>
      <span role="status" className="meta self-center">
        {said}
      </span>
      <dialog ref={box} className="dialog" aria-label={title}>
        <h2>{title}</h2>
        <div className="mt-3">
          <Field id={id} label="Note" hint={hint}>
            {(control) => (
              <input
                {...control}
                className="input"
                dir="auto"
                maxLength={500}
                value={note}
                onChange={({ target }) => setNote(target.value)}
              />
            )}
          </Field>
        </div>
        <p className="mt-6 flex flex-wrap gap-3">
          <button type="button" className="button" onClick={go}>
            {submit}
          </button>
          <button type="button" className="button-quiet" onClick={() => box.current?.close()}>
            Leave it
          </button>
        </p>
      </dialog>
    </>
  );
}
