import { CreditLine } from '@/features/credits/credit-line';
import { formatCredit } from '@/features/credits/format';
import type { StaffPhoto } from './queries';
import { Thumbnail } from './thumbnail';

/** Photos of the library, each whole, with its credit and with what is missing. */
export function PhotoGrid({ photos }: { photos: StaffPhoto[] }) {
  return (
    <ul className="mt-6 grid gap-x-8 gap-y-10 sm:grid-cols-[1fr_1fr] lg:grid-cols-[1fr_1fr_1fr]">
      {photos.map((photo) => (
        <li key={photo.id}>
          <a href={`/admin/photos/${photo.id}`} className="block text-ink">
            <Thumbnail photo={photo} alt="" />
            <span className="mt-2 block">
              {photo.alt ?? photo.credit.title ?? `Photo ${photo.id}, not described yet`}
            </span>
          </a>
          <p className="credit">
            {formatCredit(photo.credit).text === '' ? 'No credit yet' : <CreditLine credit={photo.credit} />}
          </p>
          {stateOf(photo) && <p className="meta">{stateOf(photo)}</p>}
        </li>
      ))}
    </ul>
  );
}

const stateOf = ({ hasFile, isConfirmed }: StaffPhoto) =>
  [!hasFile && 'The file is owed', !isConfirmed && 'The credit is not confirmed'].filter(Boolean).join(' · ');
