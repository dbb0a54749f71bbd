// The handlers load queries, and these next/cache, which wants what Next sets up when it starts.
import 'next/dist/server/node-environment-baseline.js';

import { closeDatabase } from '@/db/client';
import { startWorker } from '@/jobs/worker';
import { env } from '@/lib/env';
import { log } from './log';

/** The worker in a process of its own; what it changes, the web processes hear by NOTIFY. WORKER is for those alone. */
const worker = startWorker(env().DATABASE_URL ?? '', log.fault);
process.send?.({ working: true });

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
// Started by scripts/worker.mjs, it ends with it, also when that one is killed.
process.on('disconnect', stop);

/** Finishes the jobs under way, for ten seconds at most. */
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 10_000).unref();
  await worker.stop();
  await closeDatabase();
  process.exit(0);
}
