import { expect, test } from 'vitest';
import vectors from '@/lib/time.vectors.json';
import { startChoice } from './start-choice';

const zone = 'America/New_York';

test('a plain time is told in its zone and in UTC', () => {
  expect(startChoice({ local: '2027-04-14T14:00', zone, offset: '' })).toEqual({
    is: 'ok',
    words: 'Wednesday 14 April 2027, 2:00 PM ET',
    utc: '2027-04-14 18:00 UTC',
  });
});

test('a time that the clocks skip names its neighbours', () => {
  const choice = startChoice({ local: '2027-03-14T02:30', zone, offset: '' });
  expect(choice).toMatchObject({
    is: 'gap',
    earlier: { local: '2027-03-14T01:30' },
    later: { local: '2027-03-14T03:30' },
  });
});

test.each(vectors)('$input.local in $input.zone is $expected.status', ({ input, expected }) => {
  const choice = startChoice({ ...input, offset: '' });
  expect(choice.is).toBe(expected.status);
  if (choice.is === 'gap')
    expect([choice.earlier.local, choice.later.local]).toEqual(
      [expected.earlier, expected.later].map((time) => time?.slice(0, 16)),
    );
  if (choice.is === 'overlap')
    expect(choice.choices.map(({ offset }) => input.local + offset)).toEqual(
      [expected.earlier, expected.later].map((time) => time?.replace(/:00(?=[+-])/, '')),
    );
});

test('a neighbour on another day is told with its day', () => {
  expect(startChoice({ local: '2027-03-14T00:30', zone: 'America/Havana', offset: '' })).toMatchObject({
    earlier: { local: '2027-03-13T23:30', words: 'Saturday 13 March 2027, 11:30 PM Cuba Time' },
    later: { local: '2027-03-14T01:30', words: '1:30 AM Cuba Time' },
  });
});

test('a part of an offset chooses neither', () => {
  expect(startChoice({ local: '2027-11-07T01:30', zone, offset: '00' }).is).toBe('overlap');
});

test('a time that comes twice is asked about, until one is chosen', () => {
  const local = '2027-11-07T01:30';
  expect(startChoice({ local, zone, offset: '' })).toMatchObject({
    is: 'overlap',
    choices: [
      { offset: '-04:00', words: 'The first, 1:30 AM EDT' },
      { offset: '-05:00', words: 'The second, 1:30 AM EST' },
    ],
  });
  expect(startChoice({ local, zone, offset: '-05:00' })).toMatchObject({
    is: 'ok',
    utc: '2027-11-07 06:30 UTC',
  });
});

test('nothing, no zone, and no time are no start', () => {
  expect(startChoice({ local: '', zone, offset: '' })).toEqual({ is: 'empty' });
  expect(startChoice({ local: '2027-04-14T14:00', zone: 'Nowhere', offset: '' })).toMatchObject({
    is: 'wrong',
  });
  expect(startChoice({ local: '2027-02-31T14:00', zone, offset: '' })).toMatchObject({ is: 'wrong' });
});
