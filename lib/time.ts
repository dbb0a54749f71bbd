import { Temporal } from 'temporal-polyfill';
import { genericName, seasonalName } from './zone-names';

/** A point in time: a Date, or RFC 3339 with `Z` or an offset. */
export type Moment = Date | string;

/** What a wall time is in its zone. `instant` is UTC; the other times are RFC 3339 with their offset. */
export type ResolvedTime =
  | { status: 'ok'; instant: string; offset: string }
  | { status: 'gap' | 'overlap'; earlier: string; later: string };

/**
 * The instant of a wall time, `2027-04-14T14:00` (seconds allowed), in an IANA zone.
 * A time that a clock change skips (`gap`) or repeats (`overlap`) is not guessed: both neighbours are returned.
 * Throws a RangeError for what is no time or no zone.
 */
export function resolveLocal({ local, zone }: { local: string; zone: string }): ResolvedTime {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d)?$/.test(local))
    throw new RangeError(`Not a local time: ${local}`);
  if (!isZone(zone)) throw new RangeError(`Not a time zone: ${zone}`);

  const { wall, earlier, later } = readings(Temporal.PlainDateTime.from(local), zone);
  if (earlier.equals(later))
    return { status: 'ok', instant: earlier.toInstant().toString(), offset: earlier.offset };
  const status = earlier.toPlainDateTime().equals(wall) ? 'overlap' : 'gap';
  return { status, earlier: withOffset(earlier), later: withOffset(later) };
}

/** Whether this is an IANA zone as it is spelled there; an offset (`+05:00`) and `america/new_york` are not. */
export function isZone(zone: string): boolean {
  if (!/^[A-Z]/.test(zone)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone;
  } catch {
    return false;
  }
}

/**
 * What stands behind a time: `{ short: 'ET', long: 'Eastern Time' }`, the same in summer and winter.
 * Only in the hour that a clock change repeats is it `EDT` or `EST`, as nothing else tells them apart.
 */
export function zoneLabel(zone: string, moment: Moment): { short: string; long: string } {
  const time = zoned(moment, zone);
  return isRepeated(time)
    ? seasonalName(zone, time.epochMilliseconds)
    : genericName(zone, time.epochMilliseconds);
}

/** `1:00 PM CT`. */
export function timeIn(moment: Moment, zone: string): string {
  return `${clock(zoned(moment, zone))} ${zoneLabel(zone, moment).short}`;
}

/** `11 August 2020`, for a calendar day (`2020-08-11`), or for a moment, as the day it is in a zone. */
export function dayInWords(day: string): string;
export function dayInWords(moment: Moment, zone: string): string;
export function dayInWords(moment: Moment, zone?: string): string {
  const { day, month, year } = calendarDay(moment, zone);
  return `${day} ${months[month - 1]} ${year}`;
}

/** `Wednesday 14 April 2027`, of what `dayInWords` takes. */
export function weekdayAndDay(day: string): string;
export function weekdayAndDay(moment: Moment, zone: string): string;
export function weekdayAndDay(moment: Moment, zone?: string): string {
  const day = calendarDay(moment, zone);
  return `${weekdays[day.dayOfWeek - 1]} ${dayInWords(day.toString())}`;
}

/**
 * `2:00–3:00 PM Eastern Time`, `11:30 AM – 12:30 PM Eastern Time`, from a start and its length in minutes.
 * The end is reckoned on the clock of the zone, through midnight and clock changes. From twelve hours on, an end on
 * another day names it. The zone stands there once, but for an end whose hour comes twice and under another name.
 */
export function timeRange(start: Moment, minutes: number, zone: string): string {
  const from = zoned(start, zone);
  const to = from.add({ minutes });
  const unclear = isRepeated(from) || isRepeated(to);
  const nameOf = (time: Temporal.ZonedDateTime) =>
    (unclear ? seasonalName : genericName)(zone, time.epochMilliseconds).long;

  if (minutes === 0) return `${clock(from)} ${nameOf(from)}`;
  if (unclear && from.offset !== to.offset)
    return `${clock(from)} ${nameOf(from)} – ${clock(to)} ${nameOf(to)}`;
  return `${span(from, to)} ${nameOf(to)}`;
}

/**
 * The moment in the four main North American zones, east to west, when the event's zone keeps the time of one of them
 * (Detroit and Toronto that of New York; Phoenix of none): `{ zone: 'America/New_York', time: '2:00 PM ET' }`.
 */
export function northAmericanTimes(moment: Moment, zone: string): { zone: string; time: string }[] {
  const { short } = genericName(zone, zoned(moment, zone).epochMilliseconds);
  if (!(short in northAmericanZones)) return [];
  return Object.values(northAmericanZones).map((each) => ({ zone: each, time: timeIn(moment, each) }));
}

function span(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): string {
  const sameDay = from.toPlainDate().equals(to.toPlainDate());
  const long = from.until(to, { largestUnit: 'hour' }).hours >= 12;
  if (!sameDay && long) return `${clock(from)} – ${clock(to)} on ${dayInWords(to.toPlainDate().toString())}`;

  const [start, half] = clock(from).split(' ');
  return clock(to).endsWith(half ?? '') ? `${start}–${clock(to)}` : `${clock(from)} – ${clock(to)}`;
}

/** By hand: Intl puts a narrow no-break space before AM and PM in some versions, a space in others. */
function clock({ hour, minute }: Temporal.ZonedDateTime): string {
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

function calendarDay(moment: Moment, zone?: string): Temporal.PlainDate {
  if (zone) return zoned(moment, zone).toPlainDate();
  if (typeof moment === 'string' && /^\d{4}-\d\d-\d\d$/.test(moment)) return Temporal.PlainDate.from(moment);
  throw new RangeError('A moment is a day only in a time zone.');
}

function isRepeated(time: Temporal.ZonedDateTime): boolean {
  const { wall, earlier, later } = readings(time.toPlainDateTime(), time.timeZoneId);
  return !earlier.equals(later) && earlier.toPlainDateTime().equals(wall);
}

function readings(wall: Temporal.PlainDateTime, zone: string) {
  return {
    wall,
    earlier: wall.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    later: wall.toZonedDateTime(zone, { disambiguation: 'later' }),
  };
}

function zoned(moment: Moment, zone: string): Temporal.ZonedDateTime {
  const iso = typeof moment === 'string' ? moment : moment.toISOString();
  return Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
}

function withOffset(time: Temporal.ZonedDateTime): string {
  return time.toString({ timeZoneName: 'never' });
}

const northAmericanZones: Record<string, string> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
