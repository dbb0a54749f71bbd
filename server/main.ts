// next/cache, which the queries load, wants what Next sets up when it starts.
import 'next/dist/server/node-environment-baseline.js';

import next from 'next';
import { closeDatabase } from '@/db/client';
import { tags } from '@/db/tags';
import { firstAdminLink } from '@/features/staff/mutations';
import { startWorker } from '@/jobs/worker';
import { env } from '@/lib/env';
import { expireAll, onChange } from '@/lib/freshness.mjs';
import { hearChanges } from './changes';
import { limitedServer } from './connections';
import { front } from './front';
import { databaseAnswers } from './health';
import { log } from './log';
import { serveMetrics } from './metrics';
import { Pages } from './pages';
import { Places } from './places';
import { onStop } from './stopping';

const { PORT, HOST, DATABASE_URL = '', WORKER, METRICS_PORT } = env();
const distDir = process.env.DIST_DIR ?? '.next';

const app = next({ dev: false, hostname: HOST, port: PORT });
await app.prepare();
const handler = app.getRequestHandler();
const pages = new Pages(handler);
const places = new Places((path) => void pages.prepare(path));
await places.load();
await hearChanges(distDir);
const worker = WORKER === 'on' ? startWorker(DATABASE_URL, log.fault) : undefined;
const server = limitedServer(front({ pages, places, distDir, next: handler }));
const metrics = METRICS_PORT ? serveMetrics(METRICS_PORT, pages.prepared) : undefined;

server.on('error', (error) => {
  log.fault('the server could not listen', error);
  process.exit(1);
});
await pages.warm();
onChange((changed) => {
  if (changed.includes(tags.settings)) void pages.warm();
});
// The net below the tags: once an hour everything is read anew, but not while there is nothing to read it from.
const net = setInterval(() => databaseAnswers().then((answers) => answers && expireAll()), 3_600_000);
const token = await firstAdminLink();
const firstLink = token && `${env().SITE_URL}/sign-in/${token}`;
// The link is for the operator's eyes alone: who started this process shows it, and no log has it.
server.listen(PORT, HOST, () => process.send?.({ listening: true, firstLink }));

onStop(async () => {
  clearInterval(net);
  const closed = new Promise((resolve) => server.close(resolve));
  // Those that are kept open are idle as soon as their answer has gone out.
  setInterval(() => server.closeIdleConnections(), 50).unref();
  await worker?.stop();
  await closed;
  places.stop();
  pages.stop();
  metrics?.close();
  await closeDatabase();
});
