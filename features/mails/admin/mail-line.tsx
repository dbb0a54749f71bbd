import type { Occasion } from '@/db/outbox';
import { dayInWords, timeIn } from '@/lib/time';
import type { mailsForStaff } from '../queries';
import { maskedText, occasionWords } from '../texts';
import { RetryButton } from './retry-button';
import { retriable, stateWords } from './states';

type Row = Awaited<ReturnType<typeof mailsForStaff>>['rows'][number];

/** One mail: what about, to whom, what became of it, and what it says. */
export function MailLine({
  row: { mail, name, to, by },
  settings: { zone, siteName },
}: {
  row: Row;
  settings: { zone: string; siteName: string };
}) {
  const when = (moment: Date) => `${dayInWords(moment, zone)}, ${timeIn(moment, zone)}`;
  const { subject, text } = maskedText(mail.occasion as Occasion, { siteName, name, by });
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[14rem_1fr]">
      <p>
        <strong>{stateWords[mail.state]}</strong>
        <span className="meta block">{when(mail.sentAt ?? mail.triedAt ?? mail.createdAt)}</span>
      </p>
      <div className="min-w-0">
        <p className="break-words">
          {occasionWords(mail.occasion)} for <bdi>{name}</bdi>, {to}
        </p>
        <p className="meta">
          Owed since {when(mail.createdAt)}
          {mail.attempts > 0 && ` · ${mail.attempts === 1 ? 'tried once' : `tried ${mail.attempts} times`}`}
        </p>
        {mail.reason && <p className="break-words">{mail.reason}</p>}
        <details>
          <summary className="meta inline-flex min-h-6 cursor-pointer items-center">
            What it says<span className="sr-only"> to {name}</span>
          </summary>
          <div
            className="measure mt-2 mb-2 border-s border-hairline ps-4 break-words whitespace-pre-line"
            dir="auto"
          >
            <strong>{subject}</strong>
            {`\n\n${text.trimEnd()}`}
          </div>
        </details>
        {retriable.includes(mail.state) && (
          <p className="mt-2">
            <RetryButton
              id={mail.id}
              about={`${occasionWords(mail.occasion)} for ${name}`}
              uncertain={mail.state === 'uncertain'}
            />
          </p>
        )}
      </div>
    </li>
  );
}
