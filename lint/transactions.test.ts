import { expect, test } from 'vitest';
import { sourceOf } from './source.mjs';
import { transactions } from './transactions.mjs';

const faults = (text: string, file = 'features/topics/mutations.ts') => transactions([sourceOf(file, text)]);

test('a mutation may know what a transaction is', () => {
  expect(
    faults("import type { Transaction } from '@/db/client'; import { write } from '@/db/write';"),
  ).toEqual([]);
  expect(faults("import { type Transaction } from '@/db/client';")).toEqual([]);
});

test('a mutation may not hold the client', () => {
  const told = [
    'features/topics/mutations.ts: a mutation writes by write, and imports only types from db/client',
  ];
  expect(faults("import { db } from '@/db/client';")).toEqual(told);
  expect(faults("import { db as it, type Transaction } from '@/db/client';")).toEqual(told);
  expect(faults("import * as client from '../../db/client';")).toEqual(told);
  expect(faults("import { db } from '@/db/client';", 'features/topics/queries.ts')).toEqual([]);
});
