import { randomUUID } from 'node:crypto';
import type { Transaction } from './client';
import { addJob } from './queue';
import { mails } from './schema';

/** What the site writes to somebody about. */
export type Occasion = 'sign-in' | 'invitation';

/**
 * A mail is owed from the moment its transaction commits. `key` names person and occasion: owed twice, it is sent
 * once. The worker makes its text and its links when it sends it.
 */
export async function owe(tx: Transaction, mail: { occasion: Occasion; staffId: number; key: string }) {
  const [row] = await tx
    .insert(mails)
    .values({ ...mail, messageId: randomUUID() })
    .onConflictDoNothing({ target: mails.key })
    .returning({ id: mails.id });
  if (row)
    await addJob(tx, 'send-mail', { payload: { mailId: row.id }, at: new Date(), key: `mail:${row.id}` });
}
