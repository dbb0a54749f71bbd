import type { ReactNode } from 'react';

type Props = {
  siteName: string;
  /** Where one can go, as far as one may. */
  places: { href: string; name: string }[];
  person?: { name: string };
  signOut?: ReactNode;
  children: ReactNode;
};

/** What stands around every page of staff. */
export function AdminFrame({ siteName, places, person, signOut, children }: Props) {
  return (
    <div className="admin flex min-h-screen flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10 focus:p-3"
      >
        Skip to the content
      </a>
      <header className="border-b border-hairline bg-sunk">
        <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-1 py-2">
          <a
            href={person ? '/admin' : '/'}
            className="inline-flex min-h-11 items-center font-serif text-lg font-semibold text-ink no-underline"
          >
            {siteName}
          </a>
          {person && (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-meta">
              <a href="/" className="inline-flex min-h-8 items-center">
                The public site
              </a>
              <a href="/admin/account" className="inline-flex min-h-8 items-center">
                <bdi>{person.name}</bdi>
              </a>
              {signOut}
            </div>
          )}
        </div>
        {places.length > 0 && (
          <nav aria-label="Staff" className="page pb-1">
            <ul className="flex flex-wrap gap-x-6">
              {places.map(({ href, name }) => (
                <li key={href}>
                  <a href={href} className="inline-flex min-h-11 items-center">
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <main id="main" tabIndex={-1} className="page w-full grow py-8">
        {children}
      </main>
    </div>
  );
}
