import { closeDatabase } from '@/db/client';
import { env } from '@/lib/env';
import { keepEmpty, loadDemo } from './demo/load';
import { migrateDatabase } from './migrate';

/** Run by scripts/prepare.mjs: tables up to date, and an empty site filled unless it is to stay empty. */
await migrateDatabase();
if (process.argv.includes('--empty')) await keepEmpty();
else if (await loadDemo(env().DATA_DIR))
  console.log('Filled the empty database with the demonstration site.');
await closeDatabase();
