import { createTransport } from 'mailer';
import { env } from './env';

export type Message = {
  /** One mail address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Without its host; the same for each try, so that who gets it twice sees one (RFC 5322, 3.6.4). */
  messageId: string;
};

/** What became of a message. `uncertain`: it was handed over, and the connection ended before the answer. */
export type Sending = { is: 'sent' } | { is: 'temporary' | 'permanent' | 'uncertain'; reason: string };

/** A dialogue that is not over after this many milliseconds is given up. */
export const LONGEST_DIALOGUE = 90_000;

/** Sends one message to one person over SMTP_URL; what goes wrong is an answer and not thrown. */
export async function sendMessage({ to, subject, text, html, messageId }: Message): Promise<Sending> {
  if (!oneAddress.test(to)) return refused('This is not one mail address.');
  if (/[\r\n]/.test(subject) || !/^[\w.-]+$/.test(messageId))
    return refused('The subject or the number of the mail would add a header.');
  const { MAIL_FROM, SITE_URL, SMTP_URL } = env();
  const course = { handedOver: false };
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    transactionLog: true,
    logger: listener(course),
  });
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId: `<${messageId}@${new URL(SITE_URL).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.timeout(LONGEST_DIALOGUE),
    });
    return { is: 'sent' };
  } catch (error) {
    return whatHappened(error as Failure, course.handedOver);
  } finally {
    transport.close();
  }
}

/** The same shape as the database demands of staff: nothing that could be read as two, or as a name. */
const oneAddress = /^[^\s@,;:<>()"]+@[^\s@,;:<>()"]+$/;

const refused = (reason: string): Sending => ({ is: 'permanent', reason });

type Failure = Error & { response?: string; responseCode?: number; command?: string };

/**
 * A server's word decides: 4xx is for now, 5xx for good (RFC 5321, 4.2.1), but a 5xx to the greeting or to our own
 * sign-in is not about this mail. Where the connection ended after the text was asked for, nobody knows whether it
 * arrived.
 */
function whatHappened({ response, responseCode, command, message }: Failure, handedOver: boolean): Sending {
  if (responseCode) {
    const aboutTheMail = /^(MAIL FROM|RCPT TO|DATA)$/.test(command ?? '');
    const is = responseCode >= 500 && aboutTheMail ? 'permanent' : 'temporary';
    return { is, reason: `The mail server answered: ${(response ?? message).slice(0, 300)}` };
  }
  if (command === 'API' && !handedOver) return refused(message.slice(0, 300));
  return handedOver
    ? { is: 'uncertain', reason: 'The connection ended after the mail was handed over. It may have arrived.' }
    : { is: 'temporary', reason: `The mail server could not be reached: ${message.slice(0, 300)}` };
}

/** The errors do not say how far the dialogue came; its log does. 354: the server waits for the text. */
function listener(course: { handedOver: boolean }) {
  const listen = (entry: { tnx?: string } | undefined, line?: unknown) => {
    if (entry?.tnx === 'server' && /^354/.test(String(line))) course.handedOver = true;
  };
  const ignore = () => {};
  return {
    trace: ignore,
    debug: listen,
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
    level: ignore,
  };
}
