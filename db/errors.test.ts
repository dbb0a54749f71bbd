import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { isAway } from './away';
import { closeDatabase, db } from './client';

afterAll(closeDatabase);

const failure = async () =>
  db()
    .execute(sql`select ${'ada@example.org'}::text from nowhere`)
    .catch((error: unknown) => error);

test('a failed query is printed with its cause, and without what it was asked with', async () => {
  const printed = inspect(await failure());
  expect(printed).toContain('relation "nowhere" does not exist');
  expect(printed).not.toContain('ada@example.org');
});

test('a query that cannot work is no sign of the database being away, and a refused connection is', async () => {
  expect(isAway(await failure())).toBe(false);
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(isAway(new Error('Failed query', { cause: refused }))).toBe(true);
});
