'use client';

import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { isZone } from '@/lib/time';
import { described, findZones } from '@/lib/zones';

type Props = {
  id: string;
  /** An IANA zone, or nothing yet. */
  value: string;
  onChange: (zone: string) => void;
  error?: string | undefined;
  describedBy?: string | undefined;
};

/** A zone by what people call it: typing finds, arrows and Enter choose (WAI-ARIA combobox with a listbox). */
export function ZonePicker({ id, value, onChange, error, describedBy }: Props) {
  const list = useId();
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const chosen = isZone(value) ? described(value).label : value;
  const open = typed !== undefined;
  const found = useMemo(() => (typed === undefined ? [] : findZones(typed)), [typed]);

  function find(query: string) {
    setTyped(query);
    setActive(0);
  }

  function choose(zone: string | undefined) {
    if (zone) onChange(zone);
    setTyped(undefined);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!open) return find('');
      setActive((found.length + active + step) % Math.max(1, found.length));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      choose(found[active]?.zone);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setTyped(undefined);
    }
  }

  return (
    <div className="relative">
      <input
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-expanded={open && found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${list}-${active}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        value={typed ?? chosen}
        placeholder="Eastern, Chicago, Kyiv …"
        onChange={({ target }) => find(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={() => setTyped(undefined)}
        onKeyDown={onKeyDown}
      />
      <div
        id={list}
        role="listbox"
        aria-label="Time zones"
        hidden={!open || found.length === 0}
        className="absolute z-10 max-h-72 w-full overflow-y-auto rounded-control border border-control bg-surface"
      >
        {found.map(({ zone, label, detail }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox
          <div
            key={zone}
            id={`${list}-${index}`}
            role="option"
            // The focus stays in the input, so the list does not scroll by itself.
            ref={(option) => {
              if (index === active) option?.scrollIntoView({ block: 'nearest' });
            }}
            tabIndex={-1}
            aria-selected={index === active}
            className={`flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 px-3 ${index === active ? 'bg-sunk font-semibold' : ''}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(zone)}
          >
            {label} <span className="meta">{detail}</span>
          </div>
        ))}
      </div>
      {open && found.length === 0 && (
        <p className="meta mt-1" role="status">
          No zone is called that. Try a city, or how far it is from UTC, such as +5:30.
        </p>
      )}
    </div>
  );
}
