import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { closeDatabase, rawSql } from './client';

const made: string[] = [];
const files = readdirSync('db/migrations').filter((name) => name.endsWith('.sql')).length;

afterAll(async () => {
  for (const name of made) await rawSql().unsafe(`drop database if exists ${name} with (force)`);
  await closeDatabase();
});

test('two processes that start at once migrate an empty database once', async () => {
  const url = await emptyDatabase();
  expect(await Promise.all([startOf(url), startOf(url)])).toEqual([0, 0]);
  expect(await applied(url)).toBe(files);
  expect(await startOf(url)).toBe(0);
  expect(await applied(url)).toBe(files);
});

test('without waiting for each other one of them fails', async () => {
  const url = await emptyDatabase();
  const outcomes = await Promise.allSettled([migrateAlone(url), migrateAlone(url)]);
  expect(outcomes.map(({ status }) => status)).toContain('rejected');
});

async function emptyDatabase() {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await rawSql().unsafe(`create database ${name}`);
  made.push(name);
  const url = new URL(process.env.DATABASE_URL ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

/** What every start does to its database, up to the demonstration content. */
async function startOf(url: string): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/fill.ts', '--empty'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  return code;
}

async function migrateAlone(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await migrate(drizzle(sql), { migrationsFolder: 'db/migrations' });
  } finally {
    await sql.end();
  }
}

async function applied(url: string): Promise<number> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql`select count(*)::int as number from drizzle.__drizzle_migrations`;
  await sql.end();
  return row?.number;
}
