import { Rejected } from './rejected';
import { resolveLocal, timeIn } from './time';

/** `offset` (such as `-05:00`) says which, where a clock change repeats the local time; else it is ignored. */
export type WallTime = { local: string; zone: string; offset?: string };

/** The moment that a person wrote; what is none, or is two and not chosen, is refused beside its field. */
export function momentOf({ local, zone, offset }: WallTime, field: string): Date {
  const resolved = resolvedTime({ local, zone }, field);
  if (resolved.status === 'ok') return new Date(resolved.instant);
  const { status, earlier, later } = resolved;
  if (status === 'gap')
    throw new Rejected(
      field,
      `The clocks skip this time. The nearest are ${timeIn(earlier, zone)} and ${timeIn(later, zone)}.`,
    );
  const chosen = [earlier, later].find((time) => time.slice(-6) === offset);
  if (!chosen)
    throw new Rejected(field, 'The clocks show this time twice that day. Choose the first or the second.');
  return new Date(chosen);
}

/** A day that there is not, such as 30 February, is a mistake of a person and no fault of ours. */
function resolvedTime(time: { local: string; zone: string }, field: string) {
  try {
    return resolveLocal(time);
  } catch {
    throw new Rejected(field, 'This is not a day and a time in a time zone.');
  }
}
