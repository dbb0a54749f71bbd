import type { ServerResponse } from 'node:http';
import { rawSql } from '@/db/client';

/** Live: the process answers. Ready: the database does, too. */
export async function sendHealth(response: ServerResponse, of: 'live' | 'ready') {
  const good = of === 'live' || (await databaseAnswers());
  response.writeHead(good ? 200 : 503, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(good ? 'ok\n' : 'The database does not answer.\n');
}

export async function databaseAnswers(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2000, false).unref());
  const answer = rawSql()`select 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]);
}
