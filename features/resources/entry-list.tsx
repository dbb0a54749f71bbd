import { directionOf } from '@/lib/direction';
import { dayInWords } from '@/lib/time';
import { type Entry, kindLabels } from './entry';

/** The listing: title, `Publish Date: News / 11 August 2020`, teaser; one link an entry. */
export function EntryList({ entries, level = 3 }: { entries: Entry[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <ul className="divide-y divide-hairline">
      {entries.map((entry) => (
        <li key={entry.id} className="row py-5 first:pt-0 md:grid md:grid-cols-[11rem_1fr] md:gap-x-8">
          <div className="measure md:col-start-2 md:row-start-1">
            <Heading className="text-lg" dir={directionOf(entry.title)}>
              <a className="row-link" href={entry.address}>
                {entry.title}
              </a>
            </Heading>
          </div>
          <p className="meta mt-1 md:col-start-1 md:row-span-2 md:row-start-1 md:mt-0.5">
            <EntryLine entry={entry} />
            {entry.status && <strong className="block font-semibold text-ink-2">{entry.status}</strong>}
          </p>
          {entry.teaser && (
            <p className="measure mt-1 text-ink-2 md:col-start-2" dir={directionOf(entry.teaser)}>
              {entry.teaser}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** `Publish Date: News / 11 August 2020`: the kind, then the day in words. */
export function EntryLine({ entry }: { entry: Entry }) {
  return (
    <>
      Publish Date:{' '}
      <span className={entry.kind === 'news' ? 'text-rust' : 'text-ink-2'}>{kindLabels[entry.kind]}</span>
      {' / '}
      <time dateTime={entry.day} className="whitespace-nowrap">
        {dayInWords(entry.day)}
      </time>
    </>
  );
}
