'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ErrorSummary } from '@/components/admin/error-summary';
import { savePhotoAction } from '../actions';
import { creditOfFields, type PhotoFields } from '../credit-fields';
import { CreditInputs } from './credit-inputs';
import { CreditPreview } from './credit-preview';
import { differences } from './differences';
import { PhotoConflict } from './photo-conflict';
import { TextInput } from './text-input';

type Saved = { fields: PhotoFields; version: string; confirmed: boolean };
type State = {
  busy?: boolean;
  said?: string;
  errors: { field: string; sentence: string }[];
  conflict?: { version: string; fields: PhotoFields };
};

/** What is known of a photo. Saving keeps it; confirming says that this is the credit, and lets visitors see it. */
export function PhotoForm({ id, given }: { id: number; given: Saved }) {
  const router = useRouter();
  const [saved, setSaved] = useState(given);
  const [fields, setFields] = useState(given.fields);
  const [state, setState] = useState<State>({ errors: [] });
  const changed = differences(fields, saved.fields).length > 0;
  useWarning(changed);

  async function send(confirm: boolean) {
    if (state.busy) return;
    setState({ busy: true, errors: [] });
    const { version } = saved;
    const answer = await savePhotoAction({ id, version, confirm, ...fields }).catch(() => undefined);
    if (!answer) return setState({ errors: [{ field: 'save', sentence: noAnswer }] });
    if (answer.refused) {
      const { sentence, errors } = answer.refused;
      return setState({ errors: errors.length > 0 ? errors : [{ field: 'save', sentence }] });
    }
    if ('conflict' in answer.done) return setState({ errors: [], conflict: answer.done.conflict });
    setSaved({ fields, ...answer.done.saved });
    setState({ errors: [] });
    router.refresh();
  }

  const go = (next: Saved, shown: PhotoFields, said: string) => {
    setSaved(next);
    setFields(shown);
    setState({ errors: [], said });
  };
  const change = (part: Partial<PhotoFields>) => {
    setFields((now) => ({ ...now, ...part }));
    setState(({ errors, conflict, busy }) => ({
      errors,
      ...(conflict && { conflict }),
      ...(busy && { busy }),
    }));
  };
  const { errors, conflict } = state;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <ErrorSummary errors={errors} />
      {conflict && (
        <PhotoConflict
          mine={fields}
          theirs={conflict.fields}
          onKeepMine={() =>
            go(
              { ...saved, version: conflict.version, fields: conflict.fields },
              fields,
              'Yours is kept here. Save it to replace what is saved.',
            )
          }
          onTakeTheirs={() =>
            go(
              { ...saved, version: conflict.version, fields: conflict.fields },
              conflict.fields,
              'What is saved now stands here.',
            )
          }
        />
      )}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div>
          <CreditInputs
            credit={fields.credit}
            errors={errors}
            onChange={(part) => change({ credit: { ...fields.credit, ...part } })}
          />
          <TextInput
            id="alt"
            label="Suggested alternative text"
            hint="What can be seen, for who cannot see it. Each use has its own; this is where it starts."
            long
            value={fields.alt}
            errors={errors}
            onText={(alt) => change({ alt })}
          />
          <TextInput
            id="evidence"
            label="Evidence"
            hint="The line or the address that the credit was taken from. Visitors do not see it."
            long
            value={fields.evidence}
            errors={errors}
            onText={(evidence) => change({ evidence })}
          />
        </div>
        <CreditPreview credit={creditOfFields(fields.credit)} />
      </div>
      <p className="mt-6 flex flex-wrap items-center gap-4">
        <button
          id="confirm"
          type="button"
          className="button"
          aria-disabled={state.busy}
          onClick={() => send(true)}
        >
          Confirm this credit
        </button>
        <button id="save" type="submit" className="button-quiet" aria-disabled={state.busy}>
          Save without confirming
        </button>
        <span role="status" className="meta">
          {statusOf(state, { changed, confirmed: saved.confirmed })}
        </span>
      </p>
    </form>
  );
}

function statusOf({ busy, said }: State, { changed, confirmed }: { changed: boolean; confirmed: boolean }) {
  if (busy) return 'Saving …';
  if (said) return said;
  if (changed) return 'Not saved yet.';
  return confirmed ? 'Saved, and the credit is confirmed.' : 'Saved. The credit is not confirmed yet.';
}

/** The browser asks before a page with something unsaved is left. */
function useWarning(changed: boolean) {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);
}

const noAnswer = 'The server did not answer. What you typed is still here; try again in a minute.';
