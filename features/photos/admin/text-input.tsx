import type { ReactNode } from 'react';
import { Field } from '@/components/admin/field';

type Props = {
  /** Also the field's name in what is wrong. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  value: string;
  errors: { field: string; sentence: string }[];
  onText: (text: string) => void;
  long?: boolean;
  type?: 'text' | 'url';
};

/** One line, or a text. */
export function TextInput({ id, label, hint, value, errors, onText, long, type = 'text' }: Props) {
  const error = errors.find(({ field }) => field === id)?.sentence;
  const dir = type === 'url' ? 'ltr' : 'auto';
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) =>
        long ? (
          <textarea
            {...control}
            className="input"
            dir={dir}
            value={value}
            onChange={({ currentTarget }) => onText(currentTarget.value)}
          />
        ) : (
          <input
            {...control}
            type={type}
            className="input"
            dir={dir}
            autoComplete="off"
            value={value}
            onChange={({ currentTarget }) => onText(currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
