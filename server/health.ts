import type { ServerResponse } from 'node:http';
import { rawSql } from '@/db/client';
import { sendText } from './send-text';

/** Live: the process answers. Ready: the database does, too. */
export async function sendHealth(response: ServerResponse, of: 'live' | 'ready') {
  const good = of === 'live' || (await databaseAnswers());
  sendText(response, good ? 200 : 503, good ? 'ok' : 'The database does not answer.');
}

export async function databaseAnswers(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2000, false).unref());
  const answer = rawSql()`select 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]);
}
