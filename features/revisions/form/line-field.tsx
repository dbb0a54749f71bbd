'use client';

import type { ReactNode } from 'react';
import { Field } from '@/components/admin/field';

type Props = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'url' | 'date' | 'number';
  /** Several lines instead of one. */
  long?: boolean;
  list?: string;
  /** The most characters that are saved. */
  most?: number;
};

/** A text, an address, a day or a number. */
export function LineField({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  type = 'text',
  long = false,
  list,
  most = 2000,
}: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) =>
        long ? (
          <textarea
            {...control}
            className="input"
            dir="auto"
            maxLength={most}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <input
            {...control}
            className={type === 'date' || type === 'number' ? 'input max-w-48' : 'input'}
            type={type}
            dir={type === 'text' ? 'auto' : undefined}
            list={list}
            maxLength={most}
            autoComplete="off"
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}

type ChoiceProps = Omit<Props, 'type' | 'long' | 'list' | 'most'> & {
  choices: { value: string; name: string }[];
};

export function ChoiceField({ id, label, hint, error, value, onChange, choices }: ChoiceProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
