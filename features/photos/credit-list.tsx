import { Pager } from '@/components/ui/pager';
import { CreditLine } from '@/features/credits/credit-line';
import { licenceLongName } from '@/features/credits/licences';
import { photoAddress } from '@/lib/addresses';
import type { creditsPage } from './queries';

type CreditsPage = Awaited<ReturnType<typeof creditsPage>>;

/** Every photo in use, its credit, its licence, and where it stands. */
export function CreditList({ list }: { list: CreditsPage }) {
  return (
    <>
      <ul className="divide-y divide-hairline">
        {list.photos.map((photo) => (
          <li key={photo.id} className="grid gap-x-8 gap-y-2 py-5 first:pt-0 md:grid-cols-[1fr_20rem]">
            <div className="measure">
              <h2 className="text-lg">
                <a href={photoAddress(photo.id)}>{photo.credit.title ?? photo.alt ?? `Photo ${photo.id}`}</a>
              </h2>
              <p className="credit">
                <CreditLine credit={photo.credit} />
              </p>
              {photo.credit.license && <p className="meta">{licenceLongName(photo.credit.license)}</p>}
            </div>
            <div className="text-meta">
              <p className="meta">Used on</p>
              <UsedOn pages={photo.pages} />
            </div>
          </li>
        ))}
      </ul>
      <Pager base="/credits" first="/credits" page={list.page} pages={list.pages} />
    </>
  );
}

export function UsedOn({ pages }: { pages: { title: string; address: string }[] }) {
  return (
    <ul className="grid gap-1">
      {pages.map(({ title, address }) => (
        <li key={address}>
          <a className="inline-flex min-h-6" href={address}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
