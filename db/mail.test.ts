import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { eq, inArray, sql } from 'drizzle-orm';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { unique } from '@/e2e/acts';
import { retryMail } from '@/features/mails/admin/mutations';
import { sendMail } from '@/features/mails/mutations';
import { sendMessage } from '@/lib/mail';
import { hashOf } from '@/lib/tokens';
import { closeDatabase, db, rawSql } from './client';
import { owe } from './outbox';
import { auditLog, type Mail, mails, signInTokens, staff } from './schema';

const arrived: ParsedMail[] = [];
const sockets = new Set<Socket>();
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: ({ address }, _session, done) => {
    if (address.startsWith('nobody-'))
      return done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
    if (address.startsWith('full-'))
      return done(Object.assign(new Error('The mailbox is full'), { responseCode: 452 }));
    done();
  },
  onData: async (stream, session, done) => {
    arrived.push(await simpleParser(stream));
    if (session.envelope.rcptTo[0]?.address.startsWith('broken-'))
      for (const socket of sockets) socket.destroy();
    else done();
  },
});
server.server.on('connection', (socket: Socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
});
server.on('error', () => {});
await once(server.listen(0, '127.0.0.1'), 'listening');
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;

const made: { staffId: number; mailId: number }[] = [];
beforeEach(() => void arrived.splice(0));
afterAll(async () => {
  for (const { mailId } of made)
    for (const key of [`mail:${mailId}`, `mail:${mailId}:look`])
      await rawSql()`select graphile_worker.remove_job(${key})`;
  const ids = made.map(({ staffId }) => staffId);
  if (ids.length > 0) await db().delete(staff).where(inArray(staff.id, ids));
  await closeDatabase();
  await new Promise<void>((closed) => server.close(closed));
});

/** A mail that is owed, without its job: the worker of the site that is tested would do that. */
async function owed(
  box: string,
  as: Partial<Mail> = {},
): Promise<{ id: number; staffId: number; to: string }> {
  const to = `${unique(box)}@example.org`;
  const [person] = await db()
    .insert(staff)
    .values({ name: 'Ada', mail: to, role: 'contributor' })
    .returning();
  const staffId = person?.id ?? 0;
  const [mail] = await db()
    .insert(mails)
    .values({ key: unique('key'), occasion: 'sign-in', staffId, messageId: randomUUID(), ...as })
    .returning();
  const id = mail?.id ?? 0;
  made.push({ staffId, mailId: id });
  return { id, staffId, to };
}

const mailOf = async (id: number) => (await db().select().from(mails).where(eq(mails.id, id)))[0];
const jobsOf = (key: string) =>
  rawSql()`select run_at, payload from graphile_worker._private_jobs where key = ${key}`;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test('a mail whose transaction fails was never owed, and has no job', async () => {
  const { staffId } = await owed('ada');
  const key = unique('key');
  let id = 0;
  await expect(
    db().transaction(async (tx) => {
      await owe(tx, { occasion: 'sign-in', staffId, key });
      // Told twice, it is owed once.
      await owe(tx, { occasion: 'sign-in', staffId, key });
      const rows = await tx.select().from(mails).where(eq(mails.key, key));
      expect(rows).toHaveLength(1);
      id = rows[0]?.id ?? 0;
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  expect(id).toBeGreaterThan(0);
  expect(await mailOf(id)).toBeUndefined();
  expect(await jobsOf(`mail:${id}`)).toHaveLength(0);
});

test('a mail goes out once, with a link whose token is stored as its hash alone', async () => {
  const { id, staffId, to } = await owed('ada');
  await sendMail(id);
  await sendMail(id);
  const sent = await mailOf(id);
  expect(sent).toMatchObject({ state: 'sent', attempts: 1, reason: null });
  expect(arrived).toHaveLength(1);
  expect(arrived[0]).toMatchObject({ to: { value: [{ address: to }] } });
  expect(arrived[0]?.messageId).toContain(sent?.messageId);
  const [, token = ''] = /\/sign-in\/([\w-]{43})\b/.exec(arrived[0]?.text ?? '') ?? [];
  const tokens = await db().select().from(signInTokens).where(eq(signInTokens.staffId, staffId));
  expect(tokens.map(({ tokenHash }) => tokenHash)).toEqual([hashOf(token)]);
  const minutes = ((tokens[0]?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(14);
  expect(minutes).toBeLessThanOrEqual(15);
});

test('ten workers at once send one; without the mark before sending there would be ten', async () => {
  const guarded = await owed('ada');
  await Promise.all(Array.from({ length: 10 }, () => sendMail(guarded.id)));
  expect(arrived).toHaveLength(1);
  expect(await mailOf(guarded.id)).toMatchObject({ state: 'sent', attempts: 1 });

  arrived.splice(0);
  const naive = await owed('ada');
  const message = { to: naive.to, subject: 'Hello', text: 'Hello', html: '<p>Hello</p>', messageId: 'x' };
  const unguarded = async () => {
    if ((await mailOf(naive.id))?.state !== 'queued') return;
    await sendMessage(message);
    await db().update(mails).set({ state: 'sent', sentAt: new Date() }).where(eq(mails.id, naive.id));
  };
  await Promise.all(Array.from({ length: 10 }, unguarded));
  expect(arrived.length).toBeGreaterThan(1);
});

test('what the server refuses for good has failed, and is not tried again by itself', async () => {
  const { id } = await owed('nobody');
  await sendMail(id);
  expect(await mailOf(id)).toMatchObject({ state: 'failed', attempts: 1 });
  expect((await mailOf(id))?.reason).toContain('550 No such mailbox');
  expect(await jobsOf(`mail:${id}`)).toHaveLength(0);
  await sendMail(id);
  expect((await mailOf(id))?.attempts).toBe(1);
});

test('what it refuses for now waits, longer each time, and after eight tries has failed', async () => {
  const { id } = await owed('full');
  const pauses: number[] = [];
  for (let tries = 1; tries <= 7; tries += 1) {
    await sendMail(id);
    expect(await mailOf(id)).toMatchObject({ state: 'waiting', attempts: tries });
    const jobs = await jobsOf(`mail:${id}`);
    pauses.push(Math.round((new Date(jobs[0]?.run_at).getTime() - Date.now()) / 60_000));
  }
  expect(pauses).toEqual([1, 5, 15, 60, 240, 240, 240]);
  await sendMail(id);
  expect(await mailOf(id)).toMatchObject({ state: 'failed', attempts: 8 });
  expect(arrived).toHaveLength(0);
});

test('a connection that ends after the mail was handed over leaves it uncertain, and it is not sent again', async () => {
  const { id } = await owed('broken');
  await sendMail(id);
  expect(await mailOf(id)).toMatchObject({ state: 'uncertain', sentAt: null });
  expect(await jobsOf(`mail:${id}`)).toHaveLength(0);
  await sendMail(id);
  expect(arrived).toHaveLength(1);
});

test('a mail whose process was killed is uncertain after two minutes, not before, and is not sent again', async () => {
  const early = await owed('ada', { state: 'sending', attempts: 1, triedAt: minutesAgo(1) });
  const late = await owed('ada', { state: 'sending', attempts: 1, triedAt: minutesAgo(3) });
  await sendMail(early.id, { look: true });
  await sendMail(late.id, { look: true });
  expect(await mailOf(early.id)).toMatchObject({ state: 'sending' });
  expect(await mailOf(late.id)).toMatchObject({ state: 'uncertain' });
  expect(arrived).toHaveLength(0);
});

test('each try is looked at again two minutes later, so that a kill is noticed without anybody’s doing', async () => {
  const { id } = await owed('ada');
  await sendMail(id);
  const [look] = await jobsOf(`mail:${id}:look`);
  const seconds = (new Date(look?.run_at).getTime() - Date.now()) / 1000;
  expect(seconds).toBeGreaterThan(100);
  expect(seconds).toBeLessThan(125);
  expect(look?.payload).toEqual({ mailId: id, look: true });
});

test('the look after a try that failed for now does not cut the pause short', async () => {
  const { id } = await owed('full');
  await sendMail(id);
  await sendMail(id, { look: true });
  expect(await mailOf(id)).toMatchObject({ state: 'waiting', attempts: 1 });
});

test('who is disabled gets no mail', async () => {
  const { id, staffId } = await owed('ada');
  await db().update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, staffId));
  await sendMail(id);
  expect(await mailOf(id)).toMatchObject({ state: 'failed', attempts: 0 });
  expect((await mailOf(id))?.reason).toContain('disabled');
  expect(arrived).toHaveLength(0);
});

test('an admin sends once more what did not arrive, and that is in the log; not what was sent', async () => {
  const failed = await owed('ada', { state: 'failed', attempts: 8, reason: 'Full' });
  const sent = await owed('ada', { state: 'sent', attempts: 1, sentAt: new Date() });
  await expect(
    db().transaction(async (tx) => {
      const writing = { tx, changed: () => {} };
      await retryMail(failed.id, { byId: failed.staffId }, writing);
      const [row] = await tx.select().from(mails).where(eq(mails.id, failed.id));
      expect(row).toMatchObject({ state: 'queued', attempts: 0, reason: null });
      const jobs = await tx.execute(
        sql`select 1 from graphile_worker.jobs where key = ${`mail:${failed.id}`}`,
      );
      expect(jobs).toHaveLength(1);
      const log = await tx.select().from(auditLog).where(eq(auditLog.staffId, failed.staffId));
      expect(log).toMatchObject([{ act: 'sent a mail again', itemKind: 'mail', itemId: failed.id }]);
      await expect(retryMail(sent.id, { byId: sent.staffId }, writing)).rejects.toMatchObject({
        field: 'id',
      });
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
});

test('without a mail server the link is printed in the terminal, and the mail waits for a person', async () => {
  const { id, to } = await owed('ada');
  const before = process.env.SMTP_URL;
  delete process.env.SMTP_URL;
  vi.resetModules();
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    // Loaded anew, since the settings are read once.
    const anew = await import('@/features/mails/mutations');
    await anew.sendMail(id);
    // Two minutes later somebody looks whether this process has ended, and prints nothing again.
    await anew.sendMail(id, { look: true });
    await (await import('./client')).closeDatabase();
    const lines = printed.mock.calls.map(([line]) => String(line)).filter((line) => line.includes(to));
    expect(lines).toEqual([
      expect.stringMatching(/^Mail to \S+: “Sign in to .+”: http\S+\/sign-in\/[\w-]{43}\n$/),
    ]);
  } finally {
    printed.mockRestore();
    process.env.SMTP_URL = before;
  }
  expect(await mailOf(id)).toMatchObject({ state: 'waiting', attempts: 1 });
  expect((await mailOf(id))?.reason).toContain('SMTP_URL');
  expect(await jobsOf(`mail:${id}`)).toHaveLength(0);
});
