'use client';

import { useEffect, useRef } from 'react';

type Props = {
  /** Each leads to its field's id. */
  errors: { field: string; sentence: string }[];
  title?: string;
};

/** All that is wrong, in one place that takes the focus; each sentence leads to its field. */
export function ErrorSummary({ errors, title = 'There is a problem' }: Props) {
  const box = useRef<HTMLElement>(null);
  const [first] = errors;
  useEffect(() => {
    if (first) box.current?.focus();
  }, [first]);
  if (!first) return null;
  return (
    <section ref={box} tabIndex={-1} className="error-summary" aria-label={title}>
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-2 grid gap-1">
        {errors.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
