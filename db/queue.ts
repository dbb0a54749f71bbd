import { sql } from 'drizzle-orm';
import type { Transaction } from './client';

/** The jobs there are and what each is told; jobs/handlers.ts does them. */
export type Jobs = {
  'turn-webinar': { resourceId: number };
  /** `look` only looks whether who was sending it has ended. */
  'send-mail': { mailId: number; look?: true };
  'publish-scheduled': { scheduleId: number };
  /** Every night, by the worker's own clock. */
  tidy: object;
};

/**
 * A job in the same transaction as what it follows from. `key` names it: a job of the same key is moved, not doubled.
 */
export async function addJob<Name extends keyof Jobs>(
  tx: Transaction,
  name: Name,
  job: { payload: Jobs[Name]; at: Date; key: string },
) {
  await tx.execute(
    sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(job.payload)}::json,
      run_at => ${job.at.toISOString()}::timestamptz, job_key => ${job.key}, max_attempts => 25)`,
  );
}
