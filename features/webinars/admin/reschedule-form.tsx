'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '@/components/admin/error-summary';
import { Field } from '@/components/admin/field';
import { changeCourseAction } from '../actions';
import { StartField } from './start-field';

type Props = { id: number; local: string; zone: string; minutes: number };

/** A new start and length, with the questions that a clock change brings. */
export function RescheduleForm({ id, local: given, zone: givenZone, minutes: givenMinutes }: Props) {
  const router = useRouter();
  const [start, setStart] = useState({ local: given, zone: givenZone, offset: '' });
  const [minutes, setMinutes] = useState(String(givenMinutes));
  const [errors, setErrors] = useState<{ field: string; sentence: string }[]>([]);
  const [said, setSaid] = useState('');
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.sentence;

  async function send(event: FormEvent) {
    event.preventDefault();
    setErrors([]);
    setSaid('Working …');
    const { offset, ...wall } = start;
    const wanted = { ...wall, minutes: Number(minutes), ...(offset && { offset }) };
    const answer = await changeCourseAction({ id, to: 'reschedule', start: wanted }).catch(() => undefined);
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
      <StartField
        id="start"
        zoneId="zone"
        label="Start"
        value={start}
        onChange={setStart}
        errorOf={errorOf}
      />
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
