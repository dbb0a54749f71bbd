import { and, eq } from 'drizzle-orm';
import { mintSignInToken } from '@/auth/tokens';
import type { Transaction } from '@/db/client';
import type { Occasion } from '@/db/outbox';
import { addJob } from '@/db/queue';
import { type Mail, mails, type Staff, settings, staff } from '@/db/schema';
import { write } from '@/db/write';
import { env } from '@/lib/env';
import { LONGEST_DIALOGUE, type Message, sendMessage } from '@/lib/mail';
import { dayInWords, timeIn } from '@/lib/time';
import { goodFor, mailText } from './texts';

const MINUTE = 60_000;
/** Minutes until the next try; after the last one it has failed. */
const PAUSES = [1, 5, 15, 60, 240, 240, 240];
/** A process that took longer than this over one mail has ended. */
const LOST_AFTER = LONGEST_DIALOGUE + 30_000;

/**
 * Sends a mail that is owed, once: it is marked as being sent before the server hears of it, so that neither a second
 * worker nor a second try after a kill sends it again. What nobody can know is said to be uncertain.
 */
export async function sendMail(id: number, { look = false } = {}) {
  const taken = await write(({ tx }) => take(tx, id, look));
  if (!taken) return;
  const end = await deliver(taken);
  await write(({ tx }) => settle(tx, taken, end));
}

/** One try, which nobody else makes. */
type Try = { id: number; attempts: number; triedAt: Date; link: string; message: Message };
type End = { state: 'sent' | 'waiting' | 'failed' | 'uncertain'; reason: string | null; nextAt?: Date };

/** Marks it as being sent; nothing where another has it, or it is done, or this is only a look after one that was lost. */
async function take(tx: Transaction, id: number, look: boolean): Promise<Try | undefined> {
  const [mail] = await tx.select().from(mails).where(eq(mails.id, id)).for('update');
  if (mail?.state === 'sending') await noticeLost(tx, mail);
  if (look || (mail?.state !== 'queued' && mail?.state !== 'waiting')) return undefined;
  const [to] = await tx.select().from(staff).where(eq(staff.id, mail.staffId));
  const triedAt = new Date();
  const attempts = mail.attempts + 1;
  if (!to || to.disabledAt) {
    await tx
      .update(mails)
      .set({ state: 'failed', triedAt, reason: 'This person is disabled, and so gets no mail.' })
      .where(eq(mails.id, id));
    return undefined;
  }
  await tx.update(mails).set({ state: 'sending', attempts, triedAt, reason: null }).where(eq(mails.id, id));
  // Looked at again when it must be done, in case this process has been killed by then.
  const at = new Date(triedAt.getTime() + LOST_AFTER + 1000);
  await addJob(tx, 'send-mail', { payload: { mailId: id, look: true }, at, key: `mail:${id}:look` });
  return { id, attempts, triedAt, ...(await compose(tx, mail, to)) };
}

async function noticeLost(tx: Transaction, { id, triedAt }: Mail) {
  if (triedAt && Date.now() - triedAt.getTime() < LOST_AFTER) {
    // Looked at too early, by a clock that differs from the database's.
    const at = new Date(Date.now() + LOST_AFTER);
    return addJob(tx, 'send-mail', { payload: { mailId: id, look: true }, at, key: `mail:${id}:look` });
  }
  const reason = 'The process that sent it ended before it knew what the mail server answered.';
  await tx.update(mails).set({ state: 'uncertain', reason }).where(eq(mails.id, id));
}

/** With a link of this try alone; the outbox keeps none. */
async function compose(tx: Transaction, mail: Mail, to: Staff): Promise<Pick<Try, 'link' | 'message'>> {
  const occasion = mail.occasion as Occasion;
  const minutes = goodFor[occasion];
  const link = `${env().SITE_URL}/sign-in/${await mintSignInToken(tx, { staffId: to.id, minutes })}`;
  const [site] = await tx.select({ name: settings.siteName, zone: settings.zone }).from(settings);
  const { name: siteName, zone } = site ?? { name: 'Commonshelf', zone: 'America/New_York' };
  const end = new Date(Date.now() + minutes * MINUTE);
  const until = `until ${timeIn(end, zone)} on ${dayInWords(end, zone)}`;
  const text = mailText(occasion, { siteName, name: to.name, link, until, by: await inviterOf(tx, to) });
  return { link, message: { to: to.mail, messageId: mail.messageId, ...text } };
}

async function inviterOf(tx: Transaction, { invitedById }: Staff): Promise<string | null> {
  if (!invitedById) return null;
  const [inviter] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, invitedById));
  return inviter?.name ?? null;
}

async function deliver({ attempts, link, message }: Try): Promise<End> {
  if (!env().SMTP_URL) {
    // The operator's terminal, where there is no mail server: the one place that shows the link.
    process.stdout.write(`Mail to ${message.to}: “${message.subject}”: ${link}\n`);
    return {
      state: 'waiting',
      reason: 'No mail server is set (SMTP_URL). The link was printed in the terminal.',
    };
  }
  const sending = await sendMessage(message);
  if (sending.is === 'sent') return { state: 'sent', reason: null };
  const { is, reason } = sending;
  if (is !== 'temporary') return { state: is === 'permanent' ? 'failed' : 'uncertain', reason };
  const pause = PAUSES[attempts - 1];
  if (pause === undefined) return { state: 'failed', reason: `Given up after ${attempts} tries. ${reason}` };
  return { state: 'waiting', reason, nextAt: new Date(Date.now() + pause * MINUTE) };
}

/** Only what this try began: it may have been given up meanwhile, and another begun. */
async function settle(tx: Transaction, { id, triedAt }: Try, { state, reason, nextAt }: End) {
  const [settled] = await tx
    .update(mails)
    .set({ state, reason, sentAt: state === 'sent' ? new Date() : null })
    .where(and(eq(mails.id, id), eq(mails.state, 'sending'), eq(mails.triedAt, triedAt)))
    .returning({ id: mails.id });
  if (settled && nextAt)
    await addJob(tx, 'send-mail', { payload: { mailId: id }, at: nextAt, key: `mail:${id}` });
}
