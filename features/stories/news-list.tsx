import { Pager } from '@/components/ui/pager';
import { EntryList } from '@/features/resources/entry-list';
import type { EntryPage } from '@/features/resources/queries';

/** A page of the news. */
export function NewsList({ list }: { list: EntryPage }) {
  return (
    <>
      <h1>{list.page === 1 ? 'News' : `News, page ${list.page}`}</h1>
      {list.page === 1 && (
        <p className="lede mt-3 text-ink-2">
          Stories of what libraries tried, what it cost and what came of it.
        </p>
      )}
      <div className="section">
        {list.entries.length > 0 ? (
          <EntryList entries={list.entries} level={2} />
        ) : (
          <p>No story has been published yet.</p>
        )}
        <Pager base="/news" first="/news" page={list.page} pages={list.pages} />
      </div>
    </>
  );
}
