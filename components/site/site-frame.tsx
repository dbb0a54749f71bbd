import type { ReactNode } from 'react';

/** What stands around every public page. */
export function SiteFrame({
  siteName,
  tagline,
  notice,
  children,
}: {
  siteName: string;
  tagline: string;
  notice: string | null;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10 focus:p-3"
      >
        Skip to the content
      </a>
      <header className="border-b border-hairline">
        <div className="page flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 py-3">
          <a
            href="/"
            className="inline-flex min-h-11 items-center font-serif text-lg font-semibold text-ink no-underline"
          >
            {siteName}
          </a>
          <nav aria-label="Main">
            <ul className="flex flex-wrap gap-x-6">
              {sections.map(({ href, name }) => (
                <li key={href}>
                  <a href={href} className="inline-flex min-h-11 items-center">
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page w-full grow py-8 lg:py-12">
        {children}
      </main>
      <footer className="no-print mt-12 border-t border-hairline bg-sunk text-meta">
        <div className="page grid gap-6 py-8 lg:grid-cols-[1fr_auto]">
          <div className="measure">
            <p className="font-serif text-body font-semibold">{siteName}</p>
            <p className="text-ink-2">{tagline}</p>
            {notice && <p className="mt-3 text-ink-2">{notice}</p>}
          </div>
          <div className="flex flex-col gap-3">
            <nav aria-label="About this site">
              <ul className="flex flex-wrap gap-x-6 gap-y-1">
                {about.map(({ href, name }) => (
                  <li key={href}>
                    <a href={href} className="inline-flex min-h-8 items-center">
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <theme-switch />
          </div>
        </div>
      </footer>
    </div>
  );
}

const sections = [
  { href: '/topics', name: 'Topics' },
  { href: '/news', name: 'News' },
  { href: '/webinars', name: 'Webinars' },
];

const about = [
  { href: '/credits', name: 'Photo credits' },
  { href: '/accessibility', name: 'Accessibility' },
  { href: '/privacy', name: 'Privacy' },
];
