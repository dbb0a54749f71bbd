'use client';

import { Field } from '@/components/admin/field';
import { ZonePicker } from './zone-picker';

type Props = {
  id: string;
  hint?: string;
  error: string | undefined;
  value: string;
  onChange: (zone: string) => void;
};

/** A time zone with its label, what helps to choose it, and what is wrong with it. */
export function ZoneField({ id, hint, error, value, onChange }: Props) {
  return (
    <Field id={id} label="Time zone" hint={hint} error={error}>
      {(control) => (
        <ZonePicker
          id={control.id}
          value={value}
          onChange={onChange}
          error={error}
          describedBy={control['aria-describedby']}
        />
      )}
    </Field>
  );
}
