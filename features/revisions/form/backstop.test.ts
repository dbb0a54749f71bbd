import { expect, test } from 'vitest';
import { emptyResource } from '../draft';
import { dropBackstop, keepBackstop, readBackstop } from './backstop';

const owner = { of: 'resource' as const, id: 7 };
const copy = {
  content: { ...emptyResource('news'), title: 'Typed' },
  lockVersion: 3,
  at: '2026-11-24T14:03:00.000Z',
};

function memory(items: Record<string, string> = {}) {
  return {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value;
    },
    removeItem: (key: string) => {
      delete items[key];
    },
  };
}

test('a copy that was kept is read again, until it is dropped', () => {
  const store = memory();
  expect(keepBackstop(store, owner, copy)).toBe(true);
  expect(readBackstop(store, owner)).toEqual(copy);
  expect(readBackstop(store, { of: 'topic', id: 7 })).toBeUndefined();
  dropBackstop(store, owner);
  expect(readBackstop(store, owner)).toBeUndefined();
});

test('what is no copy is not offered', () => {
  const key = 'commonshelf:draft:resource:7';
  for (const value of ['', 'no json', '{}', '[]', JSON.stringify({ ...copy, content: { title: 3 } })])
    expect(readBackstop(memory({ [key]: value }), owner), value).toBeUndefined();
});

test('a store that is full, forbidden or not there takes nothing away', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(keepBackstop(full, owner, copy)).toBe(false);
  expect(keepBackstop(undefined, owner, copy)).toBe(false);
  expect(readBackstop(undefined, owner)).toBeUndefined();
});
