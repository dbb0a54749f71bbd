'use client';

import { Field } from '@/components/admin/field';
import { startChoice } from './start-choice';
import { ZoneField } from './zone-field';

/** `offset` is that of the choice, where a clock change repeats the time; else it is empty. */
type Start = { local: string; zone: string; offset: string };
type Props = {
  id: string;
  zoneId: string;
  label: string;
  hint?: string;
  value: Start;
  onChange: (start: Start) => void;
  errorOf: (field: string) => string | undefined;
};

/** A day and a time in a zone, said in words and in UTC, with the questions that a clock change brings. */
export function StartField({ id, zoneId, label, hint, value, onChange, errorOf }: Props) {
  const choice = startChoice(value);
  const change = (patch: Partial<Start>) => onChange({ ...value, offset: '', ...patch });
  return (
    <>
      <Field id={id} label={label} hint={hint} error={errorOf(id)}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            className="input max-w-64"
            value={value.local}
            onChange={({ target }) => change({ local: target.value.slice(0, 16) })}
          />
        )}
      </Field>
      <ZoneField
        id={zoneId}
        error={errorOf(zoneId)}
        value={value.zone}
        onChange={(zone) => change({ zone })}
      />
      <div className="field-note" aria-live="polite">
        {choice.is === 'ok' && (
          <p>
            {choice.words}, which is {choice.utc}
          </p>
        )}
        {(choice.is === 'gap' || choice.is === 'overlap' || choice.is === 'wrong') && (
          <p className="text-warn">{choice.sentence}</p>
        )}
        {choice.is === 'gap' && (
          <p className="mt-2 flex flex-wrap gap-3">
            {[choice.earlier, choice.later].map(({ local, words }) => (
              <button
                key={local}
                type="button"
                className="button-quiet button-small"
                onClick={() => change({ local })}
              >
                {words}
              </button>
            ))}
          </p>
        )}
        {'choices' in choice && choice.choices && (
          <fieldset className="mt-2">
            <legend className="sr-only">Which of the two</legend>
            {choice.choices.map(({ offset, words }) => (
              <label key={offset} className="check">
                <input
                  type="radio"
                  name={`${id}-offset`}
                  checked={offset === value.offset}
                  onChange={() => change({ offset })}
                />
                {words}
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </>
  );
}
