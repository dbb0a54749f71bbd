import { directionOf } from '@/lib/direction';
import { dayInWords, timeIn } from '@/lib/time';
import { detailWords } from './detail-words';
import type { logEntries } from './queries';

type Entry = Awaited<ReturnType<typeof logEntries>>['entries'][number];

/** Who did what, and when: columns where there is room for them, else one below the other. */
export function LogTable({ entries, zone }: { entries: Entry[]; zone: string }) {
  return (
    <ol className="mt-4 divide-y divide-hairline border-y border-hairline">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-x-6 py-3 md:grid-cols-[11rem_12rem_1fr]">
          <p className="meta">
            <time dateTime={entry.at.toISOString()}>
              {dayInWords(entry.at, zone)}, {timeIn(entry.at, zone)}
            </time>
          </p>
          <p className="break-words">
            <bdi>{entry.by ?? 'The site itself'}</bdi>
          </p>
          <div className="min-w-0 break-words">
            <p>
              {entry.act} <Item entry={entry} />
            </p>
            {entry.detail && <p className="meta">{detailWords(entry.detail)}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Item({ entry: { itemKind, itemId, itemTitle, address } }: { entry: Entry }) {
  const name = itemTitle ? (
    <bdi dir={directionOf(itemTitle)}>“{itemTitle}”</bdi>
  ) : (
    itemId !== null && `number ${itemId}`
  );
  return (
    <>
      <span className="meta">· {itemKind}</span>{' '}
      {address ? (
        <a href={address} className="inline-flex min-h-6">
          {name}
        </a>
      ) : (
        name
      )}
    </>
  );
}
