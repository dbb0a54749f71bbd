import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import postgres from 'postgres';
import { env } from '@/lib/env';

const LOCK = 7_102_026;

/** Brings the tables and the queue up to date; of several that start at once, one does it and the others wait. */
export async function migrateDatabase() {
  const url = env().DATABASE_URL ?? '';
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: 'db/migrations' });
    await runMigrations({ connectionString: url });
  } finally {
    await sql.end();
  }
}
