import { and, eq, inArray } from 'drizzle-orm';
import { record } from '@/db/audit';
import { addJob } from '@/db/queue';
import { mails } from '@/db/schema';
import { type Writing, write } from '@/db/write';
import { Rejected } from '@/lib/rejected';
import { occasionWords } from '../texts';
import { retriable } from './states';

/** Once more, because a person asks for it: also for one whose first try may have arrived. Links are made anew. */
export const retryMail = (id: number, { byId }: { byId: number }, within?: Writing) =>
  write(async ({ tx }) => {
    const [row] = await tx
      .update(mails)
      .set({ state: 'queued', reason: null, attempts: 0 })
      .where(and(eq(mails.id, id), inArray(mails.state, retriable)))
      .returning();
    if (!row) throw new Rejected('id', 'This mail was sent meanwhile, or is being sent now.');
    await addJob(tx, 'send-mail', { payload: { mailId: id }, at: new Date(), key: `mail:${id}` });
    const item = { kind: 'mail', id, title: occasionWords(row.occasion) };
    await record(tx, { byId, act: 'sent a mail again', item, detail: { to: row.staffId } });
  }, within);
