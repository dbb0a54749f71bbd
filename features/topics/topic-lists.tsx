import { Pager } from '@/components/ui/pager';
import { EntryList } from '@/features/resources/entry-list';
import type { EntryPage } from '@/features/resources/queries';

/** A page of "Most Recently Added". */
export function MostRecentlyAdded({ list, address }: { list: EntryPage; address: string }) {
  return (
    <section className="section" aria-labelledby="newest">
      <h2 id="newest">Most Recently Added</h2>
      {list.entries.length > 0 ? (
        <div className="mt-6">
          <EntryList entries={list.entries} />
        </div>
      ) : (
        <p className="measure mt-4">
          Nothing has been added to this topic yet. <a href="/topics">Other topics</a> have more to read.
        </p>
      )}
      <Pager base={address} first={address} page={list.page} pages={list.pages} />
    </section>
  );
}
