import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import {
  dayInWords,
  isZone,
  northAmericanTimes,
  resolveLocal,
  timeIn,
  timeRange,
  weekdayAndDay,
  zoneLabel,
} from './time';
import vectors from './time.vectors.json';

const zones = [
  'America/New_York',
  'America/Phoenix',
  'America/St_Johns',
  'Europe/London',
  'Europe/Kyiv',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
];

describe('a wall time', () => {
  test.each(vectors)('$input.local in $input.zone is $expected.status', ({ input, expected }) => {
    const { display, ...resolved } = expected;
    expect(resolveLocal(input)).toMatchObject(resolved);
    if (!display || !expected.instant) return;
    for (const [zone, time] of Object.entries(display)) expect(timeIn(expected.instant, zone)).toBe(time);
  });

  it('comes with the offset in force', () => {
    expect(resolveLocal({ local: '2027-07-01T09:00:30', zone: 'America/New_York' })).toEqual({
      status: 'ok',
      instant: '2027-07-01T13:00:30Z',
      offset: '-04:00',
    });
  });

  test.each([
    '2027-02-30T10:00',
    '2027-03-14',
    '2027-03-14T24:00',
    '2027-03-14T10:00Z',
    '2027-03-14T10:00[UTC]',
    '',
  ])('%j is refused', (local) => {
    expect(() => resolveLocal({ local, zone: 'UTC' })).toThrow(RangeError);
  });

  it('is refused in a zone that is none', () => {
    expect(() => resolveLocal({ local: '2027-03-14T10:00', zone: '+05:00' })).toThrow(RangeError);
  });

  const zone = fc.constantFrom(...zones);
  const date = fc.date({
    min: new Date('2000-01-01T00:00Z'),
    max: new Date('2040-01-01T00:00Z'),
    noInvalidDate: true,
  });

  it('that exists once comes back from its instant', () => {
    fc.assert(
      fc.property(date, zone, (date, zone) => {
        const local = date.toISOString().slice(0, 16);
        const resolved = resolveLocal({ local, zone });
        if (resolved.status === 'ok') expect(wallTime(resolved.instant, zone)).toBe(local);
      }),
    );
  });

  /** A wall time within a day of the next clock change after a random date. */
  const nearChange = fc
    .tuple(date, zone, fc.oneof(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -1440, max: 1440 })))
    .map(([date, zone, minutes]) => {
      const moment = Temporal.Instant.from(date.toISOString()).toZonedDateTimeISO(zone);
      const change = moment.getTimeZoneTransition('next') ?? moment;
      return { local: change.toPlainDateTime().add({ minutes }).toString().slice(0, 16), zone };
    });

  it('near a clock change is a gap that no instant shows, or an overlap that two show', () => {
    fc.assert(
      fc.property(nearChange, ({ local, zone }) => {
        const resolved = resolveLocal({ local, zone });
        const times = resolved.status === 'ok' ? [resolved.instant] : [resolved.earlier, resolved.later];
        const [first = '', second = first] = times.map((time) => wallTime(time, zone));

        if (resolved.status === 'gap') expect(first < local && local < second).toBe(true);
        else expect([first, second]).toEqual([local, local]);
        expect(Date.parse(times[0] ?? '')).toBeLessThanOrEqual(Date.parse(times.at(-1) ?? ''));
      }),
      { numRuns: 500 },
    );
  });

  it('near a clock change is met as gap and as overlap', () => {
    const met = fc.sample(nearChange, 500).map((input) => resolveLocal(input).status);
    expect(new Set(met)).toEqual(new Set(['ok', 'gap', 'overlap']));
  });
});

describe('a zone', () => {
  test.each([
    'America/New_York',
    'US/Eastern',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'UTC',
    'EST',
    'Etc/GMT+5',
  ])('%s is one', (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  test.each([
    'america/new_york',
    'AMERICA/NEW_YORK',
    'Eastern Time',
    'ET',
    '+05:00',
    'Z',
    'Nowhere/City',
    '',
  ])('%j is none', (zone) => {
    expect(isZone(zone)).toBe(false);
  });

  test.each([
    ['America/New_York', 'ET', 'Eastern Time'],
    ['US/Eastern', 'ET', 'Eastern Time'],
    ['America/Chicago', 'CT', 'Central Time'],
    ['America/Denver', 'MT', 'Mountain Time'],
    ['America/Los_Angeles', 'PT', 'Pacific Time'],
    ['America/Phoenix', 'MST', 'Mountain Standard Time'],
    ['Pacific/Honolulu', 'HST', 'Hawaii-Aleutian Standard Time'],
    ['America/Anchorage', 'AKT', 'Alaska Time'],
    ['America/Halifax', 'AT', 'Atlantic Time'],
    ['Europe/London', 'UK Time', 'UK Time'],
    ['Europe/Kyiv', 'Ukraine Time', 'Eastern European Time'],
    ['Asia/Kolkata', 'India Time', 'India Standard Time'],
    ['Australia/Sydney', 'Sydney Time', 'Australian Eastern Time'],
    ['UTC', 'UTC', 'Coordinated Universal Time'],
  ])('%s is %s, %s, in winter and in summer', (zone, short, long) => {
    expect(zoneLabel(zone, '2027-01-15T12:00:00Z')).toEqual({ short, long });
    expect(zoneLabel(zone, new Date('2027-07-15T12:00:00Z'))).toEqual({ short, long });
  });

  it('names its season in the hour that comes twice', () => {
    expect(timeIn('2027-11-07T01:30:00-04:00', 'America/New_York')).toBe('1:30 AM EDT');
    expect(timeIn('2027-11-07T01:30:00-05:00', 'America/New_York')).toBe('1:30 AM EST');
    expect(timeIn('2027-11-07T02:30:00-05:00', 'America/New_York')).toBe('2:30 AM ET');
  });
});

describe('a day', () => {
  it('is printed as written, and of a moment as it is in the zone', () => {
    expect(dayInWords('2020-08-11')).toBe('11 August 2020');
    expect(weekdayAndDay('2027-04-14')).toBe('Wednesday 14 April 2027');
    expect(dayInWords('2027-01-01T03:00:00Z', 'America/New_York')).toBe('31 December 2026');
    expect(weekdayAndDay(new Date('2027-04-14T18:00:00Z'), 'Pacific/Auckland')).toBe(
      'Thursday 15 April 2027',
    );
  });

  it('of a moment needs a zone', () => {
    expect(() => dayInWords('2027-01-01T03:00:00Z')).toThrow(RangeError);
    expect(() => dayInWords('2027-02-30')).toThrow(RangeError);
  });
});

describe('a range', () => {
  test.each([
    ['2027-04-14T14:00:00-04:00', 60, '2:00–3:00 PM Eastern Time'],
    ['2027-04-14T11:30:00-04:00', 60, '11:30 AM – 12:30 PM Eastern Time'],
    ['2027-04-14T12:00:00-04:00', 60, '12:00–1:00 PM Eastern Time'],
    ['2027-04-14T23:30:00-04:00', 60, '11:30 PM – 12:30 AM Eastern Time'],
    ['2027-04-14T14:00:00-04:00', 0, '2:00 PM Eastern Time'],
    ['2027-04-14T14:00:00-04:00', 1500, '2:00 PM – 3:00 PM on 15 April 2027 Eastern Time'],
    ['2027-03-14T01:00:00-05:00', 120, '1:00–4:00 AM Eastern Time'],
    ['2027-11-07T00:30:00-04:00', 180, '12:30–2:30 AM Eastern Time'],
    ['2027-11-07T01:00:00-04:00', 30, '1:00–1:30 AM Eastern Daylight Time'],
    ['2027-11-07T01:30:00-04:00', 60, '1:30 AM Eastern Daylight Time – 1:30 AM Eastern Standard Time'],
  ])('from %s over %i minutes is %s', (start, minutes, printed) => {
    expect(timeRange(start, minutes, 'America/New_York')).toBe(printed);
  });
});

describe('the North American times', () => {
  const moment = '2027-04-14T18:00:00Z';

  test.each(['America/New_York', 'America/Denver', 'America/Toronto', 'US/Pacific'])(
    'are given for %s',
    (zone) => {
      expect(northAmericanTimes(moment, zone)).toEqual([
        { zone: 'America/New_York', time: '2:00 PM ET' },
        { zone: 'America/Chicago', time: '1:00 PM CT' },
        { zone: 'America/Denver', time: '12:00 PM MT' },
        { zone: 'America/Los_Angeles', time: '11:00 AM PT' },
      ]);
    },
  );

  test.each(['America/Phoenix', 'America/Halifax', 'Europe/London', 'UTC'])(
    'are not given for %s',
    (zone) => {
      expect(northAmericanTimes(moment, zone)).toEqual([]);
    },
  );
});

/** By Intl and not by our own code, so that the tests have a second opinion. */
function wallTime(instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(instant)).replace(' ', 'T');
}
