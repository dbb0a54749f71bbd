import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { authorize } from '@/auth/authorize';
import { requirePerson } from '@/auth/guards';
import { CreditPreview } from '@/features/photos/admin/credit-preview';
import { DeletePhotoButton } from '@/features/photos/admin/delete-photo-button';
import { PhotoForm } from '@/features/photos/admin/photo-form';
import { PhotoUpload } from '@/features/photos/admin/photo-upload';
import { PhotoUses } from '@/features/photos/admin/photo-uses';
import { photoForEditing } from '@/features/photos/admin/queries';
import { Thumbnail } from '@/features/photos/admin/thumbnail';
import { fieldsOf } from '@/features/photos/credit-fields';
import { photoItem } from '@/features/photos/queries';
import { siteSettings } from '@/features/settings/queries';
import { photoAddress } from '@/lib/addresses';
import { dayInWords, timeIn } from '@/lib/time';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Photo ${(await params).id}` };
}

export default async function PhotoPage({ params }: Props) {
  const item = await photoItem(Number((await params).id));
  const person = await requirePerson('see-photos', item);
  const photo = item && (await photoForEditing(item.id));
  if (!item || !photo) notFound();
  const { zone } = await siteSettings();
  const mayWrite = authorize(person, 'write-photo', item);
  const mayDelete = mayWrite && (item.createdById === person.id || authorize(person, 'trash'));
  const [last] = photo.confirmations;
  return (
    <>
      <h1>
        <bdi>{photo.credit.title ?? `Photo ${photo.id}`}</bdi>
      </h1>
      <p className="meta mt-1">
        {photo.hasFile ? `${photo.width} × ${photo.height} pixels` : 'The file is owed'} ·{' '}
        {photo.isConfirmed
          ? 'The credit is confirmed'
          : 'The credit is not confirmed: visitors do not see it'}
        {item.isPublic && photo.isConfirmed && (
          <>
            {' '}
            · <a href={photoAddress(photo.id)}>Its public page</a>
          </>
        )}
      </p>
      <div className="mt-6">
        <Thumbnail photo={photo} alt={photo.alt ?? 'Not described yet.'} />
      </div>
      {mayWrite && !photo.hasFile && (
        <div className="measure mt-6">
          <PhotoUpload owed={photo.id} />
        </div>
      )}
      <div className="mt-8">
        {mayWrite ? (
          <PhotoForm
            id={photo.id}
            given={{
              fields: {
                alt: photo.alt ?? '',
                evidence: photo.evidence ?? '',
                credit: fieldsOf(photo.credit),
              },
              version: photo.version,
              confirmed: photo.isConfirmed,
            }}
          />
        ) : (
          <>
            <p className="mb-4">This photo is public. An editor can change it.</p>
            <CreditPreview credit={photo.credit} />
          </>
        )}
      </div>
      {last && (
        <section className="section" aria-labelledby="confirmed">
          <h2 id="confirmed">When the credit was confirmed</h2>
          <ol className="mt-2">
            {photo.confirmations.map(({ number, at, by }) => (
              <li key={number} className="meta">
                {dayInWords(at, zone)}, {timeIn(at, zone)}
                {by && (
                  <>
                    , by <bdi>{by}</bdi>
                  </>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className="section" aria-labelledby="uses">
        <h2 id="uses">Where it is used</h2>
        <PhotoUses uses={photo.uses} person={person} />
        {mayDelete && photo.uses.length === 0 && (
          <p className="mt-4">
            <DeletePhotoButton id={photo.id} />
          </p>
        )}
      </section>
    </>
  );
}
