import { Pager } from '@/components/ui/pager';
import type { Entry } from '@/features/resources/entry';
import { EntryList } from '@/features/resources/entry-list';
import type { EntryPage } from '@/features/resources/queries';
import { UpcomingList } from './upcoming-list';

/** Upcoming, soonest first. */
export function Upcoming({ entries }: { entries: Entry[] }) {
  return (
    <section className="section" aria-labelledby="upcoming">
      <h2 id="upcoming">Upcoming</h2>
      {entries.length > 0 ? (
        <div className="mt-6">
          <UpcomingList entries={entries} />
        </div>
      ) : (
        <p className="measure mt-4">No webinar is announced at the moment.</p>
      )}
    </section>
  );
}

/** A page of those that were held, newest first. */
export function Past({ list }: { list: EntryPage }) {
  return (
    <section className="section" aria-labelledby="past">
      <h2 id="past">Past webinars</h2>
      {list.entries.length > 0 ? (
        <div className="mt-6">
          <EntryList entries={list.entries} />
        </div>
      ) : (
        <p className="measure mt-4">None has been held yet.</p>
      )}
      <Pager base="/webinars/past" first="/webinars" page={list.page} pages={list.pages} />
    </section>
  );
}
