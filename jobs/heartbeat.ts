import { hostname } from 'node:os';
import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { workers } from '@/db/schema';
import { processName } from '@/lib/freshness.mjs';

const EVERY = 20_000;
const host = hostname();
const name = `${host}/${process.pid}/${processName}`;

/**
 * Says every twenty seconds that a worker is there, and gives back the jobs of workers that are not: one that was
 * killed would keep those it had begun for hours.
 */
export function beat(): () => void {
  const startedAt = new Date();
  const say = async () => {
    try {
      await db()
        .insert(workers)
        .values({ name, seenAt: sql`now()` })
        .onConflictDoUpdate({ target: workers.name, set: { seenAt: sql`now()` } });
      await forgetTheDead();
      await giveBackJobs(startedAt);
    } catch {
      // The worker itself reports a database that is away.
    }
  };
  void say();
  const timer = setInterval(say, EVERY);
  return () => clearInterval(timer);
}

/** Who has been silent for a day, and processes of this machine that have ended. */
async function forgetTheDead() {
  const rows = await db().select().from(workers);
  for (const row of rows) {
    const [ofHost, pid] = row.name.split('/');
    const ended = ofHost === host && row.name !== name && !isAlive(Number(pid));
    if (ended || Date.now() - row.seenAt.getTime() > 86_400_000)
      await db().delete(workers).where(sql`${workers.name} = ${row.name}`);
  }
}

/**
 * Where no other worker was seen for a minute, whatever was begun before this one started; else what was begun more
 * than ten minutes ago, which no job takes.
 */
export async function giveBackJobs(startedAt: Date) {
  await db().execute(sql`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs
      where locked_by is not null and (locked_at < now() - interval '10 minutes' or (
        locked_at < ${startedAt.toISOString()}::timestamptz and not exists (
          select 1 from workers where name <> ${name} and seen_at > now() - interval '1 minute')))))`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
