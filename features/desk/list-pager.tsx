import { wishQuery } from './list-wish';
import type { ListWish } from './queries';

/** The pages of a list, with what was asked for. */
export function ListPager({ base, wish, pages }: { base: string; wish: ListWish; pages: number }) {
  if (pages < 2) return null;
  const to = (page: number) => `${base}${wishQuery({ ...wish, page })}`;
  return (
    <nav className="pager" aria-label="Pages">
      {wish.page > 1 && <a href={to(wish.page - 1)}>Newer</a>}
      <span className="meta">
        Page {wish.page} of {pages}
      </span>
      {wish.page < pages && <a href={to(wish.page + 1)}>Older</a>}
    </nav>
  );
}
