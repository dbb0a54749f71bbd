'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '@/components/admin/error-summary';
import { StartField } from '@/features/webinars/admin/start-field';
import { schedulePublishingAction } from './actions';
import type { Owner } from './owner-name';

type Props = { owner: Owner; lockVersion: number; zone: string };

/** A day and a time in a zone, shown in words and in UTC before it is set. */
export function ScheduleForm({ owner, lockVersion, zone: siteZone }: Props) {
  const router = useRouter();
  const [at, setAt] = useState({ local: '', zone: siteZone, offset: '' });
  const [errors, setErrors] = useState<{ field: string; sentence: string }[]>([]);
  const [said, setSaid] = useState('');
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.sentence;

  async function send(event: FormEvent) {
    event.preventDefault();
    setErrors([]);
    setSaid('Working …');
    const answer = await schedulePublishingAction({ ...owner, lockVersion, ...at }).catch(() => undefined);
    setSaid('');
    if (answer?.done !== undefined || (answer && !answer.refused)) {
      setSaid('The time is set.');
      return router.refresh();
    }
    const refused = answer?.refused;
    setErrors(
      refused && refused.errors.length > 0
        ? refused.errors.map(({ field, sentence }) => ({
            field: field === 'zone' ? 'at-zone' : 'at',
            sentence,
          }))
        : [
            {
              field: 'at',
              sentence: refused?.sentence ?? 'The server did not answer. Try again in a minute.',
            },
          ],
    );
  }

  return (
    <form onSubmit={send} noValidate className="mt-4">
      <ErrorSummary errors={errors} />
      <StartField
        id="at"
        zoneId="at-zone"
        label="Day and time"
        hint="What is saved now will be published then. Later changes stay in the working copy."
        value={at}
        onChange={setAt}
        errorOf={errorOf}
      />
      <p className="mt-4 flex flex-wrap items-center gap-4">
        <button type="submit" className="button-quiet">
          Publish at this time
        </button>
        <span role="status" className="meta">
          {said}
        </span>
      </p>
    </form>
  );
}
