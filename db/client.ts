import { inspect } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/env';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

// Frameworks print what they catch: without what was asked with, such as mail addresses and drafts.
Object.defineProperty(DrizzleQueryError.prototype, inspect.custom, {
  configurable: true,
  value(this: DrizzleQueryError) {
    return `Failed query: ${this.query}\n${inspect(this.cause)}`;
  },
});

const clients: { drizzle?: Database; raw?: postgres.Sql } = {};

/** The one pool of this process for tables; it connects at the first query, so that a build needs no database. */
export function db(): Database {
  clients.drizzle ??= drizzle(connect(8), { schema, casing: 'snake_case' });
  return clients.drizzle;
}

/** For raw SQL and LISTEN: drizzle changes how its client reads dates and JSON. */
export function rawSql(): postgres.Sql {
  clients.raw ??= connect(2);
  return clients.raw;
}

export async function closeDatabase() {
  await Promise.all([clients.drizzle?.$client.end({ timeout: 5 }), clients.raw?.end({ timeout: 5 })]);
  delete clients.drizzle;
  delete clients.raw;
}

function connect(max: number) {
  const url = env().DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set; npm start sets it for the embedded database.');
  return postgres(url, {
    max,
    connect_timeout: 5,
    // After a restart of the database everything works again within seconds.
    backoff: (attempt: number) => Math.min(0.1 * attempt, 1),
    onnotice: () => {},
    connection: { application_name: 'commonshelf', TimeZone: 'UTC' },
  });
}
