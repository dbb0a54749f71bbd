type Props = { page: number; pages: number; to: (page: number) => string };

/** The pages of a list of staff, the newest first; from behind its end one comes back to its last. */
export function ListPager({ page, pages, to }: Props) {
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 && <a href={to(Math.min(page - 1, pages))}>Newer</a>}
      <span className="meta">
        Page {page} of {pages}
      </span>
      {page < pages && <a href={to(page + 1)}>Older</a>}
    </nav>
  );
}
