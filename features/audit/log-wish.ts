/** What of the log somebody wants to see; empty or null is everything. */
export type LogWish = {
  /** A person's number; 0 is the site itself, or the operator's terminal. */
  person: number | null;
  act: string;
  kind: string;
  item: number | null;
  /** Days, YYYY-MM-DD, in the site's zone; both belong to the span. */
  from: string;
  to: string;
  page: number;
};

/** What an address asks of the log; what it does not say, or says wrongly, is as if it asked for all. */
export function logWish(given: Record<string, string | string[] | undefined>): LogWish {
  const text = (name: string) => [given[name]].flat()[0]?.trim() ?? '';
  const number = (name: string) => (/^\d{1,9}$/.test(text(name)) ? Number(text(name)) : null);
  return {
    person: number('person'),
    act: text('act').slice(0, 100),
    kind: /^[a-z-]{1,30}$/.test(text('kind')) ? text('kind') : '',
    item: number('item') || null,
    from: isDay(text('from')) ? text('from') : '',
    to: isDay(text('to')) ? text('to') : '',
    page: number('page') || 1,
  };
}

/** The same as a query, without what is as always. */
export function logQuery({ person, act, kind, item, from, to, page }: LogWish): string {
  const query = new URLSearchParams();
  if (person !== null) query.set('person', String(person));
  if (act) query.set('act', act);
  if (kind) query.set('kind', kind);
  if (item) query.set('item', String(item));
  if (from) query.set('from', from);
  if (to) query.set('to', to);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `?${query}` : '';
}

/** The calendar has it: Date would take 30 February for 2 March. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '1000') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
