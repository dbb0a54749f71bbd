/** Pages of a list: the first is the list's own address. */
export function Pager({
  base,
  first,
  page,
  pages,
}: {
  base: string;
  first: string;
  page: number;
  pages: number;
}) {
  const address = (number: number) => (number === 1 ? first : `${base}/page/${number}`);
  return <PageLinks page={page} pages={pages} address={address} />;
}

type Links = { page: number; pages: number; address: (page: number) => string };

/** The same where the addresses of pages are made otherwise. */
export function PageLinks({ page, pages, address }: Links) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="pager">
      {page > 1 && (
        <a href={address(page - 1)} rel="prev">
          ← Previous
        </a>
      )}
      <span className="meta">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={address(page + 1)} rel="next">
          Next →
        </a>
      )}
    </nav>
  );
}
