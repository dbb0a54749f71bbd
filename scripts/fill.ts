import { closeDatabase } from '@/db/client';
import { env } from '@/lib/env';
import { keepEmpty, loadDemo } from './demo/load';
import { migrateDatabase } from './migrate';

/** Run by scripts/prepare.mjs: tables up to date, and an empty site filled unless it is to stay empty or to be left alone. */
await migrateDatabase();
const how = process.argv[2];
if (how === '--empty') await keepEmpty();
else if (how !== '--tables' && (await loadDemo(env().DATA_DIR)))
  console.log('Filled the empty database with the demonstration site.');
await closeDatabase();
