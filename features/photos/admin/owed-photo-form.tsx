'use client';

import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '@/components/admin/error-summary';
import { recordOwedPhotoAction } from '../actions';
import { TextInput } from './text-input';

/** A photo before its file: its proportions, so that pages keep room for it. Its credit comes next. */
export function OwedPhotoForm() {
  const [fields, setFields] = useState({ proportion: '', alt: '' });
  const [state, setState] = useState<{ busy?: boolean; errors: { field: string; sentence: string }[] }>({
    errors: [],
  });

  async function send(event: FormEvent) {
    event.preventDefault();
    if (state.busy) return;
    setState({ busy: true, errors: [] });
    const answer = await recordOwedPhotoAction(fields).catch(() => undefined);
    if (answer?.done) return location.assign(`/admin/photos/${answer.done.id}`);
    const sentence = answer?.refused?.sentence ?? 'The server did not answer. Try again in a minute.';
    const errors = answer?.refused?.errors ?? [];
    setState({ errors: errors.length > 0 ? errors : [{ field: 'proportion', sentence }] });
  }

  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={state.errors} />
      <TextInput
        id="proportion"
        label="Width and height"
        hint="With a colon between them, such as 3:2, or 1600:1067 when you know the pixels."
        value={fields.proportion}
        errors={state.errors}
        onText={(proportion) => setFields({ ...fields, proportion })}
      />
      <TextInput
        id="alt"
        label="Suggested alternative text"
        hint="Optional: what can be seen. Until the file is there, visitors read it in its place."
        long
        value={fields.alt}
        errors={state.errors}
        onText={(alt) => setFields({ ...fields, alt })}
      />
      <p className="mt-6 flex flex-wrap items-center gap-4">
        <button type="submit" className="button" aria-disabled={state.busy}>
          Record it and write the credit
        </button>
        <span role="status" className="meta">
          {state.busy ? 'Working …' : ''}
        </span>
      </p>
    </form>
  );
}
