import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rawSql } from '@/db/client';
import { CHANNEL, type Notice } from '@/db/write';
import { expire, processName } from '@/lib/freshness.mjs';
import { log } from './log';

/**
 * Hears what other processes changed. At the start, and whenever the connection comes back, all that changed since the
 * pages were generated counts as old: too much is rendered once more, and nothing is missed.
 */
export async function hearChanges(distDir: string) {
  const generatedAt = await readFile(path.join(distDir, 'generated-at'), 'utf8').then(Number, () => 0);
  const caughtUp = async () => {
    // By the database's own clock, so that it does not matter what ours says; with a minute for a slow commit.
    const seconds = (Date.now() - generatedAt) / 1000 + 60;
    const rows = await rawSql()<{ tag: string }[]>`
      select tag from tag_times where changed_at > clock_timestamp() - make_interval(secs => ${seconds})`;
    const missed = [...rows.map(({ tag }) => tag), 'addresses'];
    // What was taken away meanwhile nobody has told us.
    await expire(missed, { removed: missed });
  };
  const { unlisten } = await rawSql().listen(
    CHANNEL,
    (payload) => {
      const { from, tags, removed }: Notice = JSON.parse(payload);
      if (from !== processName) void expire(tags, { removed: removed ? tags : [] });
    },
    // Also when the connection comes back.
    () => void caughtUp().catch((error) => log.fault('changes could not be read', error)),
  );
  await caughtUp();
  return unlisten;
}
