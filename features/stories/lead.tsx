import type { PhotoUse } from '@/db/schema';
import { Photo } from '@/features/photos/photo';
import type { Entry } from '@/features/resources/entry';
import { EntryLine } from '@/features/resources/entry-list';

/** The story that opens the home page, its photo whole beside it. */
export function Lead({ entry, hero }: { entry: Entry; hero: PhotoUse }) {
  return (
    <article className="mt-8 grid gap-x-12 gap-y-6 lg:grid-cols-[5fr_6fr]">
      <div className="border-t-4 border-rust pt-4">
        <h2 className="text-h2">
          <a href={entry.address}>{entry.title}</a>
        </h2>
        <p className="meta mt-3">
          <EntryLine entry={entry} />
        </p>
        <p className="lede mt-3">{entry.teaser}</p>
      </div>
      <Photo use={hero} first sizes="(min-width: 76rem) 37rem, (min-width: 60rem) 50vw, 92vw" />
    </article>
  );
}
