import { afterAll, expect, test } from 'vitest';
import { unique } from '@/e2e/acts';
import { type LogWish, logWish } from '@/features/audit/log-wish';
import { logChunk, logEntries } from '@/features/audit/queries';
import { record } from './audit';
import { closeDatabase, db, rawSql } from './client';
import { auditLog } from './schema';

afterAll(closeDatabase);

const zone = 'America/New_York';
/** Nothing leaves the log again, so these tests have a kind of things of their own. */
const kind = unique('tested');
const wish = (given: Partial<Record<keyof LogWish, string>> = {}) => ({ ...logWish(given), kind });

test('the log is read from its newest act on, by a day as the site’s clocks have it', async () => {
  // 11:30 PM on 3 May, half past midnight and 11:30 PM on 4 May, half past midnight on 5 May, in New York.
  const moments = ['2026-05-04T03:30Z', '2026-05-04T04:30Z', '2026-05-05T03:30Z', '2026-05-05T04:30Z'];
  for (const [index, moment] of moments.entries())
    await db()
      .insert(auditLog)
      .values({ at: new Date(moment), act: 'tried', itemKind: kind, itemId: index + 1 });
  const all = await logEntries(wish(), zone);
  expect(all.entries.map(({ itemId }) => itemId)).toEqual([4, 3, 2, 1]);
  const day = await logEntries(wish({ from: '2026-05-04', to: '2026-05-04' }), zone);
  expect(day.entries.map(({ itemId }) => itemId)).toEqual([3, 2]);
  expect(day).toMatchObject({ total: 2, pages: 1 });
});

test('the log is asked for an item, an act, or what the site itself did', async () => {
  await db().transaction((tx) =>
    record(tx, { byId: null, act: 'swept', item: { kind, id: 9, title: 'Attic' }, detail: { dust: 'much' } }),
  );
  for (const given of [{ item: '9' }, { act: 'swept' }]) {
    const { entries } = await logEntries(wish(given), zone);
    expect(entries).toMatchObject([{ act: 'swept', itemTitle: 'Attic', by: null, detail: { dust: 'much' } }]);
  }
  expect((await logEntries(wish({ person: '0' }), zone)).total).toBe(5);
  expect((await logEntries(wish({ person: '999999999' }), zone)).total).toBe(0);
});

test('what is gone, or never had a page, has no address', async () => {
  const { entries } = await logEntries(wish(), zone);
  expect(entries.every(({ address }) => address === undefined)).toBe(true);
});

test('a table is read in pieces that leave nothing out and repeat nothing', async () => {
  const ids: number[] = [];
  let before: number | null = null;
  for (;;) {
    const piece: Awaited<ReturnType<typeof logChunk>> = await logChunk(wish(), zone, { before, most: 2 });
    ids.push(...piece.map(({ id }) => id));
    before = piece.at(-1)?.id ?? null;
    if (piece.length < 2) break;
  }
  const rows = await rawSql()`select id from audit_log where item_kind = ${kind} order by id desc`;
  expect(ids).toEqual(rows.map(({ id }) => Number(id)));
  expect(ids.length).toBe(5);
});
