'use client';

import { useRouter } from 'next/navigation';
import { createContext, type FormEvent, type ReactNode, useContext, useId, useRef, useState } from 'react';
import { ErrorSummary } from './error-summary';
import { Field } from './field';

type FieldError = { field: string; sentence: string };
/** What an action of staff answers, as far as a form cares. */
type Answer = { done?: unknown; refused?: { sentence: string; errors: FieldError[] } | undefined };
type Action = (input: never) => Promise<Answer>;

/** The errors of a form, and what its fields' ids begin with: a page may hold several forms of one shape. */
const Form = createContext<{ id: string; errors: FieldError[] }>({ id: '', errors: [] });

type Props = {
  action: Action;
  /** Goes along with what the fields hold. */
  given?: Record<string, unknown>;
  submit: string;
  /** Said when it is done; with `then`, the page that comes next. */
  done: string;
  then?: string;
  danger?: boolean;
  children?: ReactNode;
};

/** A form that calls an action: what was typed stays, what is wrong stands at its field and in one summary. */
export function ActionForm({ action, given = {}, submit, done, then, danger = false, children }: Props) {
  const router = useRouter();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<{ busy?: boolean; errors: FieldError[]; said?: string }>({ errors: [] });

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!form.current || state.busy) return;
    setState({ busy: true, errors: [] });
    const answer = await answerOf(action, { ...given, ...valuesOf(form.current) });
    if (answer.refused) {
      const { sentence, errors } = answer.refused;
      return setState({ errors: errors.length > 0 ? errors : [{ field: '', sentence }] });
    }
    setState({ errors: [], said: done });
    if (then) return location.assign(then);
    form.current.reset();
    router.refresh();
  }

  return (
    <Form value={{ id, errors: state.errors }}>
      <form ref={form} onSubmit={send} noValidate>
        <ErrorSummary
          errors={state.errors.map(({ field, sentence }) => ({ field: `${id}-${field}`, sentence }))}
        />
        {children}
        <p className={children ? 'mt-6 flex flex-wrap items-center gap-4' : ''}>
          <button
            type="submit"
            className={danger ? 'button-quiet button-danger' : 'button'}
            aria-disabled={state.busy}
          >
            {submit}
          </button>
          <span role="status" className="meta">
            {state.busy ? 'Working …' : state.said}
          </span>
        </p>
      </form>
    </Form>
  );
}

type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  value?: string;
  type?: string;
  autoComplete?: string;
  /** A choice instead of a text. */
  choices?: { value: string; name: string }[];
  long?: boolean;
};

/** A control of an action's form. */
export function ActionField({
  name,
  label,
  hint,
  value = '',
  type = 'text',
  autoComplete,
  choices,
  long,
}: FieldProps) {
  const { id, errors } = useContext(Form);
  const error = errors.find(({ field }) => field === name)?.sentence;
  return (
    <Field id={`${id}-${name}`} label={label} hint={hint} error={error}>
      {(control) =>
        choices ? (
          <select {...control} name={name} className="input" defaultValue={value}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.name}
              </option>
            ))}
          </select>
        ) : long ? (
          <textarea {...control} name={name} className="input" defaultValue={value} dir="auto" />
        ) : (
          <input
            {...control}
            name={name}
            type={type}
            autoComplete={autoComplete}
            className="input"
            defaultValue={value}
            dir="auto"
          />
        )
      }
    </Field>
  );
}

/** One act by one button; what cannot be taken back asks once more. */
export function ActionButton({
  action,
  given,
  children,
  ask,
  then,
  danger = false,
  small = true,
}: {
  action: Action;
  given: Record<string, unknown>;
  children: ReactNode;
  ask?: { question: string; yes: string };
  then?: string;
  danger?: boolean;
  small?: boolean;
}) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<{ busy?: boolean; said?: string }>({});

  async function act() {
    dialog.current?.close();
    if (state.busy) return;
    setState({ busy: true });
    const answer = await answerOf(action, given);
    if (answer.refused) return setState({ said: answer.refused.sentence });
    setState({ said: 'Done.' });
    if (then) return location.assign(then);
    router.refresh();
  }

  const classes = ['button-quiet', small && 'button-small', danger && 'button-danger']
    .filter(Boolean)
    .join(' ');
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <button
        type="button"
        className={classes}
        aria-disabled={state.busy}
        onClick={() => (ask ? dialog.current?.showModal() : act())}
      >
        {children}
      </button>
      <span role="status" className="meta">
        {state.busy ? 'Working …' : state.said}
      </span>
      {ask && (
        <dialog ref={dialog} className="dialog" aria-label={ask.question}>
          <p>{ask.question}</p>
          <p className="mt-4 flex flex-wrap gap-3">
            <button type="button" className="button" onClick={act}>
              {ask.yes}
            </button>
            <button type="button" className="button-quiet" onClick={() => dialog.current?.close()}>
              Leave it as it is
            </button>
          </p>
        </dialog>
      )}
    </span>
  );
}

/** A server that does not answer is something to say, not a page that breaks. */
async function answerOf(action: Action, input: Record<string, unknown>): Promise<Answer> {
  try {
    return await action(input as never);
  } catch {
    const sentence = 'The server did not answer. What you typed is still here; try again in a minute.';
    return { refused: { sentence, errors: [] } };
  }
}

/** Named controls as text; a ticked box is true, one that is not is false. */
function valuesOf(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values[name] = value;
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox][name]'))
    values[box.name] = box.checked;
  return values;
}
