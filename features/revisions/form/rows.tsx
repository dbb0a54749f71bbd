'use client';

import { type ReactNode, useRef, useState } from 'react';

type Props<Row> = {
  id: string;
  legend: string;
  hint?: string;
  error?: string | undefined;
  /** What one row is called, such as `link`. */
  word: string;
  rows: Row[];
  empty: Row;
  onChange: (rows: Row[]) => void;
  children: (row: Row, index: number, change: (patch: Partial<Row>) => void) => ReactNode;
  /** Other ways to add one. */
  adding?: ReactNode;
};

/** Rows that can be added, moved and removed; what happened is said, and the focus stays where it makes sense. */
export function Rows<Row extends object>({
  id,
  legend,
  hint,
  error,
  word,
  rows,
  empty,
  onChange,
  children,
  adding,
}: Props<Row>) {
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);

  function focusOn(index: number) {
    requestAnimationFrame(() =>
      list.current?.children[index]?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(),
    );
  }
  function move(from: number, to: number) {
    const moved = [...rows];
    const [row] = moved.splice(from, 1);
    if (!row) return;
    moved.splice(to, 0, row);
    onChange(moved);
    setSaid(`Moved to place ${to + 1} of ${rows.length}.`);
    focusOn(to);
  }
  function remove(index: number) {
    onChange(rows.filter((_, at) => at !== index));
    setSaid(`Removed. ${rows.length - 1} left.`);
    focusOn(Math.max(0, index - 1));
  }
  function add() {
    onChange([...rows, empty]);
    setSaid(`Added, as number ${rows.length + 1}.`);
    focusOn(rows.length);
  }

  return (
    <fieldset className="field-group" id={id} tabIndex={-1}>
      <legend className="legend">{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {error && <p className="error">{error}</p>}
      <ol ref={list} className="mt-2 grid gap-4">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
          <li key={index} className="border-s-4 border-hairline ps-4">
            {children(row, index, (patch) =>
              onChange(rows.map((one, at) => (at === index ? { ...one, ...patch } : one))),
            )}
            <p className="mt-2 flex flex-wrap gap-2">
              {index > 0 && (
                <button
                  type="button"
                  className="button-quiet button-small"
                  onClick={() => move(index, index - 1)}
                >
                  Up<span className="sr-only">: {`${word} ${index + 1}`}</span>
                </button>
              )}
              {index < rows.length - 1 && (
                <button
                  type="button"
                  className="button-quiet button-small"
                  onClick={() => move(index, index + 1)}
                >
                  Down<span className="sr-only">: {`${word} ${index + 1}`}</span>
                </button>
              )}
              <button type="button" className="button-quiet button-small" onClick={() => remove(index)}>
                Remove<span className="sr-only">: {`${word} ${index + 1}`}</span>
              </button>
            </p>
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-start gap-3">
        <button type="button" className="button-quiet" onClick={add}>
          Add {/^[aeiou]/.test(word) ? 'an' : 'a'} {word}
        </button>
        {adding}
      </div>
      <p className="sr-only" role="status">
        {said}
      </p>
    </fieldset>
  );
}
