import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { sendMessage } from './mail';

/** How the server behaves depends on whom the mail is for. */
const refusals: Record<string, [number, string]> = {
  full: [452, 'The mailbox is full'],
  nobody: [550, 'No such mailbox'],
};
const arrived: ParsedMail[] = [];
let stalls = false;
const sockets = new Set<Socket>();

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onConnect: (_session, done) => {
    if (!stalls) done();
  },
  onRcptTo: ({ address }, _session, done) => {
    const [code, words] = refusals[address.split('@')[0] ?? ''] ?? [];
    done(code ? Object.assign(new Error(words), { responseCode: code }) : undefined);
  },
  onData: async (stream, session, done) => {
    arrived.push(await simpleParser(stream));
    const [to] = session.envelope.rcptTo;
    if (to?.address.startsWith('broken@')) for (const socket of sockets) socket.destroy();
    else if (to?.address.startsWith('spam@'))
      done(Object.assign(new Error('This is spam'), { responseCode: 554 }));
    else if (to?.address.startsWith('busy@'))
      done(Object.assign(new Error('Come back later'), { responseCode: 451 }));
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
process.env.SITE_URL = 'https://shelf.example.org';
delete process.env.MAIL_FROM;

beforeEach(() => void arrived.splice(0));
afterEach(() => {
  stalls = false;
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));

const message = {
  to: 'ada@example.org',
  subject: 'Sign in to “Commonshelf”',
  text: 'Hello Ada,\n\nhttps://shelf.example.org/sign-in/abc\n',
  html: '<p>Hello <b>Ada</b>,</p><a href="https://shelf.example.org/sign-in/abc">Sign in</a>',
  messageId: '0c6f1f2e-0000-4000-8000-000000000001',
};

test('a mail arrives as text and as HTML, from one to one, and says that nobody typed it', async () => {
  expect(await sendMessage(message)).toEqual({ is: 'sent' });
  const [mail] = arrived;
  expect(mail).toMatchObject({
    subject: message.subject,
    messageId: `<${message.messageId}@shelf.example.org>`,
    from: { value: [{ name: 'Commonshelf', address: 'noreply@shelf.example.org' }] },
    to: { value: [{ address: 'ada@example.org' }] },
  });
  expect(mail?.text?.trim()).toBe(message.text.trim());
  expect(String(mail?.html).trim()).toBe(message.html);
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
});

test.each([
  ['full@example.org', 'temporary', '452 The mailbox is full'],
  ['busy@example.org', 'temporary', '451 Come back later'],
  ['nobody@example.org', 'permanent', '550 No such mailbox'],
  ['spam@example.org', 'permanent', '554 This is spam'],
])('what the server says to %s is %s', async (to, is, said) => {
  const sending = await sendMessage({ ...message, to });
  expect(sending).toEqual({ is, reason: `The mail server answered: ${said}` });
});

test('a connection that ends after the mail was handed over leaves it uncertain, and it is not sent again', async () => {
  expect(await sendMessage({ ...message, to: 'broken@example.org' })).toMatchObject({ is: 'uncertain' });
  expect(arrived).toHaveLength(1);
});

test('a server that says nothing is left after ten seconds, for now', async () => {
  stalls = true;
  const begun = Date.now();
  expect(await sendMessage(message)).toMatchObject({ is: 'temporary' });
  expect(Date.now() - begun).toBeLessThan(15_000);
});

test.each([
  { to: 'ada@example.org, eve@example.org' },
  { to: 'ada@example.org\r\nBcc: eve@example.org' },
  { to: 'Ada <ada@example.org>' },
  { to: 'ada' },
  { subject: 'Hello\r\nBcc: eve@example.org' },
  { messageId: 'x>\r\nBcc: eve@example.org' },
])('%j would write to somebody else, or is nobody, and is refused', async (wrong) => {
  expect(await sendMessage({ ...message, ...wrong })).toMatchObject({ is: 'permanent' });
  expect(arrived).toHaveLength(0);
});
