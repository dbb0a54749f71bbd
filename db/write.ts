import { sql } from 'drizzle-orm';
import { expire, processName } from '@/lib/freshness.mjs';
import { db, type Transaction } from './client';
import { tagTimes } from './schema';
import { type Change, tagsOfChange, takesAway } from './tags';

export const CHANNEL = 'tags_changed';

/** A transaction, and where to say what changed in it. */
export type Writing = { tx: Transaction; changed: (change: Change) => void };

/**
 * The one way to change what the public sees. The times of the touched tags are stored in the same transaction, so a
 * kill in between leaves no stale page; other processes are told by NOTIFY, this one before the promise resolves.
 * `within` joins a transaction that is already open.
 */
export async function write<Result>(
  work: (writing: Writing) => Promise<Result>,
  within?: Writing,
): Promise<Result> {
  if (within) return work(within);
  const touched = new Set<string>();
  const removed = new Set<string>();
  const changed = (change: Change) => {
    for (const tag of tagsOfChange(change)) {
      touched.add(tag);
      if (takesAway(change)) removed.add(tag);
    }
  };
  try {
    return await db().transaction(async (tx) => {
      const done = await work({ tx, changed });
      await Promise.all([
        storeTimes(tx, [...touched].sort()),
        tellOthers(tx, { tags: [...touched].filter((tag) => !removed.has(tag)), removed: false }),
        tellOthers(tx, { tags: [...removed], removed: true }),
      ]);
      return done;
    });
  } finally {
    // Also when it failed: the answer to a commit can be lost with the connection.
    await expire(touched, { removed });
  }
}

/** In sorted order, so that two writes that touch the same tags wait for each other instead of deadlocking. */
async function storeTimes(tx: Transaction, touched: string[]) {
  for (let from = 0; from < touched.length; from += 100) {
    const some = touched.slice(from, from + 100);
    await tx
      .insert(tagTimes)
      .values(some.map((tag) => ({ tag, changedAt: sql`clock_timestamp()` })))
      .onConflictDoUpdate({
        target: tagTimes.tag,
        set: { changedAt: sql`greatest(${tagTimes.changedAt}, excluded.changed_at)` },
      });
  }
}

/** What other processes hear. */
export type Notice = { from: string; tags: string[]; removed: boolean };

/** A payload has at most 8000 bytes. */
async function tellOthers(tx: Transaction, { tags, removed }: Omit<Notice, 'from'>) {
  for (let from = 0; from < tags.length; from += 100) {
    const notice: Notice = { from: processName, tags: tags.slice(from, from + 100), removed };
    await tx.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`);
  }
}
