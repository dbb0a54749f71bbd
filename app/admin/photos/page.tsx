import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { PageLinks } from '@/components/ui/pager';
import { PhotoGrid } from '@/features/photos/admin/photo-grid';
import { type PhotoFilter, photoFilters, photosForStaff } from '@/features/photos/admin/queries';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Photos' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PhotosPage({ searchParams }: Props) {
  await requirePerson('see-photos');
  const given = await searchParams;
  const search = String(given.q ?? '').slice(0, 200);
  const filter = photoFilters.find((one) => one === given.show) ?? 'all';
  const found = await photosForStaff({ search, filter, page: pageOf(given.page) });
  const isWhole = search === '' && filter === 'all';
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1>Photos</h1>
        <a href="/admin/photos/new" className="button">
          Add a photo
        </a>
      </div>
      <p className="measure mt-2 text-ink-2">
        Each photo is stored once, with its credit, and used in many places.
      </p>
      <form action="/admin/photos" method="get" className="mt-6 flex flex-wrap items-end gap-4">
        <div className="grow">
          <label htmlFor="q" className="label">
            Search
          </label>
          <p id="q-hint" className="hint">
            Title, maker, source, licence or alternative text
          </p>
          <input
            id="q"
            name="q"
            type="search"
            className="input"
            defaultValue={search}
            aria-describedby="q-hint"
          />
        </div>
        <div>
          <label htmlFor="show" className="label">
            Show
          </label>
          <select id="show" name="show" className="input" defaultValue={filter}>
            {photoFilters.map((one) => (
              <option key={one} value={one}>
                {filterNames[one]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button-quiet">
          Search
        </button>
      </form>
      {found.total > 0 ? (
        <>
          <p className="meta mt-4">{found.total === 1 ? 'One photo' : `${found.total} photos`}</p>
          <PhotoGrid photos={found.photos} />
          <PageLinks {...found} address={(page) => addressOf({ search, filter, page })} />
        </>
      ) : (
        <div className="notice measure mt-6">
          {isWhole ? (
            <p>
              No photo is here yet. Upload one, then write who made it, where it is from and under which
              licence. When you confirm that, it can stand on a page; the credit line is made from it.
            </p>
          ) : (
            <p>
              No photo fits. <a href="/admin/photos">Show all photos</a>
            </p>
          )}
        </div>
      )}
    </>
  );
}

function addressOf({ search, filter, page }: { search: string; filter: PhotoFilter; page: number }): string {
  const query = new URLSearchParams({
    ...(search && { q: search }),
    ...(filter !== 'all' && { show: filter }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `/admin/photos?${query}` : '/admin/photos';
}

const pageOf = (given: unknown) => (/^[1-9]\d{0,6}$/.test(String(given)) ? Number(given) : 1);

const filterNames: Record<PhotoFilter, string> = {
  all: 'All photos',
  'no-file': 'Those whose file is owed',
  'no-credit': 'Those whose credit is not confirmed',
  unused: 'Those that are used nowhere',
};
