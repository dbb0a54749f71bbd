// The handlers load queries, and these next/cache, which wants what Next sets up when it starts.
import 'next/dist/server/node-environment-baseline.js';

import { closeDatabase } from '@/db/client';
import { startWorker } from '@/jobs/worker';
import { env } from '@/lib/env';
import { log } from './log';
import { onStop } from './stopping';

/** The worker in a process of its own; what it changes, the web processes hear by NOTIFY. WORKER is for those alone. */
const worker = startWorker(env().DATABASE_URL ?? '', log.fault);
process.send?.({ working: true });

onStop(async () => {
  await worker.stop();
  await closeDatabase();
});
