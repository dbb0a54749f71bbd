import type { ReactNode } from 'react';
import type { LogWish } from './log-wish';
import type { logChoices } from './queries';

type Props = { wish: LogWish; choices: Awaited<ReturnType<typeof logChoices>> };

/** What of the log to show; it stands in the address. */
export function LogFilter({ wish, choices: { people, acts, kinds } }: Props) {
  return (
    <form
      method="get"
      action="/admin/log"
      className="mt-6 grid items-end gap-4 sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-[1fr_1fr_1fr_auto_auto_auto]"
    >
      <Filter label="Person">
        <select name="person" defaultValue={wish.person ?? ''} className="input">
          <option value="">Everybody</option>
          <option value="0">The site itself</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Filter>
      <Filter label="Act">
        <select name="act" defaultValue={wish.act} className="input">
          <option value="">Every act</option>
          {acts.map((act) => (
            <option key={act} value={act}>
              {act}
            </option>
          ))}
        </select>
      </Filter>
      <Filter label="About">
        <select name="kind" defaultValue={wish.kind} className="input">
          <option value="">Everything</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kind}
            </option>
          ))}
        </select>
      </Filter>
      <Filter label="From day">
        <input type="date" name="from" defaultValue={wish.from} className="input" />
      </Filter>
      <Filter label="To day">
        <input type="date" name="to" defaultValue={wish.to} className="input" />
      </Filter>
      {wish.item && <input type="hidden" name="item" value={wish.item} />}
      <button type="submit" className="button-quiet justify-self-start">
        Show
      </button>
    </form>
  );
}

function Filter({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="block min-w-0">
      <span className="label">{label}</span>
      {children}
    </label>
  );
}
