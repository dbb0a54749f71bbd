import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LogWish, logQuery, logWish } from './log-wish';

const all: LogWish = { person: null, act: '', kind: '', item: null, from: '', to: '', page: 1 };

test('an address that says nothing asks for all', () => {
  expect(logWish({})).toEqual(all);
  expect(logQuery(all)).toBe('');
});

test.each([
  [{ person: 'ada' }],
  [{ person: '-1' }],
  [{ kind: 'Topic; drop' }],
  [{ item: '0' }],
  [{ from: '2026-02-30' }],
  [{ from: '11 August 2020' }],
  [{ to: '0000-01-01' }],
  [{ page: '0' }],
  [{ page: '99999999999' }],
])('%j is as if it were not there', (given) => {
  expect(logWish(given)).toEqual(all);
});

test('the site itself is a person that can be asked for', () => {
  expect(logWish({ person: '0' }).person).toBe(0);
  expect(logQuery({ ...all, person: 0 })).toBe('?person=0');
});

test('what is asked for comes back from its address', () => {
  const number = fc.integer({ min: 1, max: 999_999_999 });
  const day = fc
    .date({
      min: new Date('1000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));
  const wish = fc.record<LogWish>({
    person: fc.option(fc.integer({ min: 0, max: 999_999_999 })),
    act: fc.string({ maxLength: 100 }).map((text) => text.trim()),
    kind: fc.constantFrom('', 'topic', 'news'),
    item: fc.option(number),
    from: fc.oneof(fc.constant(''), day),
    to: fc.oneof(fc.constant(''), day),
    page: number,
  });
  fc.assert(
    fc.property(wish, (asked) => {
      const back = logWish(Object.fromEntries(new URLSearchParams(logQuery(asked))));
      expect(back).toEqual(asked);
    }),
  );
});
