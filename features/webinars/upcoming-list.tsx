import type { Entry } from '@/features/resources/entry';
import { directionOf } from '@/lib/direction';
import { dayInWords, timeRange } from '@/lib/time';

/** Webinars to come, the date first. */
export function UpcomingList({ entries, level = 3 }: { entries: Entry[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <ul className="divide-y divide-hairline">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="row grid grid-cols-[4.5rem_1fr] gap-x-4 py-5 first:pt-0 md:grid-cols-[11rem_1fr] md:gap-x-8"
        >
          <div className="col-start-2">
            <Heading className="text-lg" dir={directionOf(entry.title)}>
              <a className="row-link" href={entry.address}>
                {entry.title}
              </a>
            </Heading>
            {entry.start && (
              <p className="meta mt-1">
                {entry.status === 'Postponed' ? (
                  'A new time will be announced.'
                ) : (
                  <time dateTime={entry.start.instant}>
                    {timeRange(entry.start.instant, entry.start.minutes, entry.start.zone)}
                  </time>
                )}
                {entry.status && <strong className="ms-2 font-semibold text-ink-2">{entry.status}</strong>}
              </p>
            )}
            {entry.teaser && (
              <p className="measure mt-1 text-ink-2" dir={directionOf(entry.teaser)}>
                {entry.teaser}
              </p>
            )}
          </div>
          {entry.status === 'Postponed' ? <NoDate /> : <DateBlock day={entry.day} />}
        </li>
      ))}
    </ul>
  );
}

/** Postponed: the day it was planned for would mislead. */
function NoDate() {
  return (
    <p className="col-start-1 row-start-1 self-start border-t-2 border-hairline pt-1 text-small leading-tight text-ink-3 md:w-24 md:text-meta">
      No date yet
    </p>
  );
}

function DateBlock({ day }: { day: string }) {
  const [number, month, year] = dayInWords(day).split(' ');
  return (
    <p className="col-start-1 row-start-1 self-start border-t-2 border-accent pt-1 leading-tight md:w-24">
      <time dateTime={day}>
        <span className="block font-serif text-h2 font-semibold">{number}</span>{' '}
        <span className="block text-small md:text-meta">{month}</span>{' '}
        <span className="block text-small text-ink-3">{year}</span>
      </time>
    </p>
  );
}
