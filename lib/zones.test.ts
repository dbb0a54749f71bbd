import { expect, test } from 'vitest';
import { isZone } from './time';
import { described, findZones } from './zones';

const winter = new Date('2027-01-15T12:00:00Z');

test.each([
  ['Eastern', 'America/New_York'],
  ['eastern time', 'America/New_York'],
  ['Eastern Standard Time', 'America/New_York'],
  ['eastern day', 'America/New_York'],
  ['New York City', 'America/New_York'],
  ['US/Eastern', 'America/New_York'],
  ['ET', 'America/New_York'],
  ['EST', 'America/New_York'],
  ['Chicago', 'America/Chicago'],
  ['Central', 'America/Chicago'],
  ['Mountain', 'America/Denver'],
  ['Pacific', 'America/Los_Angeles'],
  ['Kyiv', 'Europe/Kyiv'],
  ['Kiev', 'Europe/Kyiv'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['London', 'Europe/London'],
  ['UK', 'Europe/London'],
  ['India', 'Asia/Kolkata'],
  ['Calcutta', 'Asia/Kolkata'],
  ['Honolulu', 'Pacific/Honolulu'],
  ['Hawaii', 'Pacific/Honolulu'],
  ['UTC', 'UTC'],
  ['+5:30', 'Asia/Kolkata'],
  ['UTC-5', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
])('“%s” finds %s first', (query, zone) => {
  expect(findZones(query, winter)[0]?.zone).toBe(zone);
});

test('GMT finds London and UTC', () => {
  const zones = findZones('GMT', winter).map(({ zone }) => zone);
  expect(zones).toEqual(expect.arrayContaining(['Europe/London', 'UTC']));
});

test.each(['Kiev', 'Calcutta', 'Katmandu', 'Saigon', 'Rangoon', 'Buenos Aires'])(
  '“%s” is one zone, under its name of today',
  (query) => {
    expect(findZones(query, winter)).toHaveLength(1);
  },
);

test('what nobody calls a zone finds none', () => {
  expect(findZones('Atlantis')).toEqual([]);
});

test('nothing typed offers the main ones', () => {
  expect(findZones('').map(({ zone }) => zone)).toContain('America/Denver');
});

test('everything that is found is a zone and says how far it is from UTC', () => {
  for (const { zone, detail } of findZones('a', winter)) {
    expect(isZone(zone), zone).toBe(true);
    expect(detail).toMatch(/^UTC([+−]\d{1,2}(:\d\d)?)? now$/);
  }
});

test('a zone is called by its time and its city', () => {
  expect(described('America/New_York', winter)).toEqual({
    zone: 'America/New_York',
    label: 'Eastern Time (New York)',
    detail: 'UTC−5 now',
  });
});
