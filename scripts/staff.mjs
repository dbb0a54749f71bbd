// npm run staff: the staff list from the operator's terminal.
import { existsSync } from 'node:fs';
import { startEmbedded } from './embedded-postgres.mjs';
import { run } from './run.mjs';

if (existsSync('.env')) process.loadEnvFile('.env');
const dataDir = process.env.DATA_DIR || '.data';
const url = process.env.DATABASE_URL;
try {
  if (!url && !existsSync(dataDir))
    throw new Error(`There is no site in ${dataDir} yet: run npm start once.`);
  const database = url ? { url, stop: async () => {} } : await startEmbedded({ dataDir });
  try {
    const printed = await run(
      process.execPath,
      ['--import', 'tsx', 'scripts/staff.ts', ...process.argv.slice(2)],
      {
        env: { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir },
        plain: true,
      },
    );
    process.stdout.write(printed);
  } finally {
    await database.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
