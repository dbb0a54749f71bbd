import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { ListPager } from '@/components/admin/list-pager';
import { LogFilter } from '@/features/audit/log-filter';
import { LogTable } from '@/features/audit/log-table';
import { logQuery, logWish } from '@/features/audit/log-wish';
import { logChoices, logEntries } from '@/features/audit/queries';
import { siteSettings } from '@/features/settings/queries';

export const metadata: Metadata = { title: 'Log' };
export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LogPage({ searchParams }: Props) {
  await requirePerson('see-log');
  const wish = logWish(await searchParams);
  const { zone } = await siteSettings();
  const [{ entries, total, pages }, choices] = await Promise.all([logEntries(wish, zone), logChoices()]);
  const whole = logQuery({ ...wish, page: 1 });
  const to = (page: number) => `/admin/log${logQuery({ ...wish, page })}`;
  return (
    <>
      <h1>Log</h1>
      <p className="measure mt-1 text-ink-2">
        Who did what, and when. Nothing in it can be changed or deleted, and it stays when the thing itself is
        gone.
      </p>
      <LogFilter wish={wish} choices={choices} />
      <p className="meta mt-4">
        {total === 1 ? '1 entry' : `${total} entries`}
        {wish.item !== null && ` about ${wish.kind || 'things'} number ${wish.item}`}
        {whole && (
          <>
            {' · '}
            <a href="/admin/log">Show all</a>
          </>
        )}
        {total > 0 && (
          <>
            {' · '}
            <a href={`/api/log${whole}`}>Download as a table (CSV)</a>
          </>
        )}
      </p>
      {entries.length > 0 ? (
        <LogTable entries={entries} zone={zone} />
      ) : (
        <p className="measure mt-4">{nothing(whole !== '', total)}</p>
      )}
      <ListPager page={wish.page} pages={pages} to={to} />
    </>
  );
}

function nothing(filtered: boolean, total: number): string {
  if (total > 0) return 'The list ends before this page.';
  if (filtered) return 'Nothing matches. Take a filter away, or choose more days.';
  return 'Nothing has been done yet. Each act of staff comes here: who published, withdrew, invited, and when.';
}
