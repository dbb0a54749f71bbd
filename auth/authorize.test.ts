import { describe, expect, test } from 'vitest';
import type { StaffRole } from '@/db/schema';
import { acts, authorize, type Item } from './authorize';
import type { Person } from './person';

const person = (role: StaffRole, id = 1): Person => ({
  id,
  name: 'N',
  mail: 'n@example.org',
  role,
  sessionId: 1,
});
const item = (other: Partial<Item> = {}): Item => ({
  kind: 'news',
  id: 7,
  createdById: 99,
  namedIds: [],
  isPublic: false,
  ...other,
});

test('nobody may do anything', () => {
  for (const act of acts) expect(authorize(undefined, act, item()), act).toBe(false);
});

test('an admin may do everything', () => {
  for (const act of acts) expect(authorize(person('admin'), act, item()), act).toBe(true);
});

test('an editor may do everything but what is an admin’s', () => {
  const refused = acts.filter((act) => !authorize(person('editor'), act, item()));
  expect(refused.sort()).toEqual(['manage-people', 'manage-settings', 'see-log', 'see-mail']);
});

describe('a contributor', () => {
  const contributor = person('contributor');

  test.each(['read', 'write'] as const)('may %s what they made or are named on, and nothing else', (act) => {
    expect(authorize(contributor, act, item({ createdById: 1 }))).toBe(true);
    expect(authorize(contributor, act, item({ namedIds: [1] }))).toBe(true);
    expect(authorize(contributor, act, item())).toBe(false);
    expect(authorize(contributor, act)).toBe(false);
    expect(authorize(contributor, act, item({ kind: 'topic', createdById: 1 }))).toBe(false);
  });

  test('publishes, withdraws and trashes nothing, not even their own', () => {
    for (const act of ['publish', 'withdraw', 'trash', 'change-course', 'create-topic'] as const)
      expect(authorize(contributor, act, item({ createdById: 1 })), act).toBe(false);
  });

  test('writes on photos that are not public yet', () => {
    expect(authorize(contributor, 'write-photo', item({ kind: 'photo' }))).toBe(true);
    expect(authorize(contributor, 'write-photo', item({ kind: 'photo', isPublic: true }))).toBe(false);
  });
});
