import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { ListPager } from '@/components/admin/list-pager';
import { MailLine } from '@/features/mails/admin/mail-line';
import { mailQuery, mailWish, stateWords } from '@/features/mails/admin/states';
import { mailsForStaff } from '@/features/mails/queries';
import { siteSettings } from '@/features/settings/queries';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: 'Mail' };
export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MailPage({ searchParams }: Props) {
  await requirePerson('see-mail');
  const wish = mailWish(await searchParams);
  const [{ rows, total, pages }, settings] = await Promise.all([mailsForStaff(wish), siteSettings()]);
  const to = (page: number) => `/admin/mail${mailQuery({ ...wish, page })}`;
  return (
    <>
      <h1>Mail</h1>
      <p className="measure mt-1 text-ink-2">
        What the site has written to whom. The links in it are shown to nobody but the recipient.
      </p>
      {!env().SMTP_URL && (
        <p className="notice notice-warn mt-4">
          No mail server is set (SMTP_URL), so no mail leaves. Each one is printed in the terminal of the
          server as one line with its link.
        </p>
      )}
      <form method="get" action="/admin/mail" className="mt-6 flex flex-wrap items-end gap-3">
        <label className="max-w-full">
          <span className="label">State</span>
          <select name="state" defaultValue={wish.state} className="input">
            <option value="">All</option>
            {Object.entries(stateWords).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button-quiet">
          Show
        </button>
      </form>
      <p className="meta mt-4">
        {total === 1 ? '1 mail' : `${total} mails`}
        {wish.state && (
          <>
            {' · '}
            <a href="/admin/mail">Show all</a>
          </>
        )}
      </p>
      {rows.length === 0 ? (
        <p className="measure mt-4">{nothing(wish.state !== '', total)}</p>
      ) : (
        <ul className="mt-4 divide-y divide-hairline border-y border-hairline">
          {rows.map((row) => (
            <MailLine key={row.mail.id} row={row} settings={settings} />
          ))}
        </ul>
      )}
      <ListPager page={wish.page} pages={pages} to={to} />
    </>
  );
}

function nothing(filtered: boolean, total: number): string {
  if (total > 0) return 'The list ends before this page.';
  if (filtered) return 'No mail is in this state.';
  return 'No mail yet. Invitations and links to sign in come here, each with what became of it: sent, waiting for another try, or failed and why. What failed can be sent again from here.';
}
