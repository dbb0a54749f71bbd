'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '@/components/admin/error-summary';
import { Field } from '@/components/admin/field';
import { changeCourseAction } from '../actions';
import { startChoice } from './start-choice';
import { ZoneField } from './zone-field';

type Props = { id: number; local: string; zone: string; minutes: number };

/** A new start and length, with the questions that a clock change brings. */
export function RescheduleForm({ id, local: given, zone: givenZone, minutes: givenMinutes }: Props) {
  const router = useRouter();
  const [local, setLocal] = useState(given);
  const [zone, setZone] = useState(givenZone);
  const [offset, setOffset] = useState('');
  const [minutes, setMinutes] = useState(String(givenMinutes));
  const [errors, setErrors] = useState<{ field: string; sentence: string }[]>([]);
  const [said, setSaid] = useState('');
  const choice = startChoice({ local, zone, offset });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.sentence;

  async function send(event: FormEvent) {
    event.preventDefault();
    setErrors([]);
    setSaid('Working …');
    const start = { local, zone, minutes: Number(minutes), ...(offset && { offset }) };
    const answer = await changeCourseAction({ id, to: 'reschedule', start }).catch(() => undefined);
    setSaid('');
    if (answer && !answer.refused) {
      setSaid('Visitors see the new time.');
      return router.refresh();
    }
    const found = answer?.refused?.errors.map(({ field, sentence }) => ({
      field: /zone|minutes/.exec(field)?.[0] ?? 'start',
      sentence,
    }));
    const sentence = answer?.refused?.sentence ?? 'The server did not answer. Try again in a minute.';
    setErrors(found?.length ? found : [{ field: 'start', sentence }]);
  }

  return (
    <form onSubmit={send} noValidate className="mt-3">
      <ErrorSummary errors={errors} />
      <Field id="start" label="Start" error={errorOf('start')}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            className="input max-w-64"
            value={local}
            onChange={({ target }) => {
              setLocal(target.value.slice(0, 16));
              setOffset('');
            }}
          />
        )}
      </Field>
      <ZoneField id="zone" error={errorOf('zone')} value={zone} onChange={setZone} />
      <Field id="minutes" label="Length in minutes" error={errorOf('minutes')}>
        {(control) => (
          <input
            {...control}
            type="number"
            className="input max-w-48"
            value={minutes}
            onChange={({ target }) => setMinutes(target.value)}
          />
        )}
      </Field>
      <div className="mt-4" aria-live="polite">
        {choice.is === 'ok' && (
          <p>
            {choice.words}, which is {choice.utc}
          </p>
        )}
        {(choice.is === 'gap' || choice.is === 'overlap' || choice.is === 'wrong') && (
          <p>{choice.sentence}</p>
        )}
        {choice.is === 'gap' &&
          [choice.earlier, choice.later].map((each) => (
            <button
              key={each.local}
              type="button"
              className="button-quiet button-small me-3 mt-2"
              onClick={() => setLocal(each.local)}
            >
              {each.words}
            </button>
          ))}
        {choice.is === 'overlap' && (
          <fieldset className="mt-2">
            <legend className="sr-only">Which of the two</legend>
            {choice.choices.map((each) => (
              <label key={each.offset} className="check">
                <input
                  type="radio"
                  name="offset"
                  checked={offset === each.offset}
                  onChange={() => setOffset(each.offset)}
                />
                {each.words}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <p className="mt-4 flex flex-wrap items-center gap-4">
        <button type="submit" className="button">
          Change the time
        </button>
        <span role="status" className="meta">
          {said}
        </span>
      </p>
    </form>
  );
}
