import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { db } from './client';
import { rates } from './schema';

/**
 * Counts one more try of something and says whether it is within its limit; holds across processes and restarts. What
 * it was tried by (a mail address, a network address) is kept as a hash.
 */
export async function withinRate(
  what: string,
  by: string,
  { most, minutes }: { most: number; minutes: number },
): Promise<boolean> {
  const key = createHash('sha256').update(`${what}\n${by}`).digest('hex');
  const until = sql`now() + make_interval(mins => ${minutes})`;
  const over = sql`${rates.until} < now()`;
  const [row] = await db()
    .insert(rates)
    .values({ key, count: 1, until })
    .onConflictDoUpdate({
      target: rates.key,
      set: {
        count: sql`case when ${over} then 1 else ${rates.count} + 1 end`,
        until: sql`case when ${over} then excluded.until else ${rates.until} end`,
      },
    })
    .returning({ count: rates.count });
  return (row?.count ?? 0) <= most;
}

/** What is no longer counted. */
export const forgetOldRates = () => db().delete(rates).where(sql`${rates.until} < now()`);
