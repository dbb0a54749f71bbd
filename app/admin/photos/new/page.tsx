import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { OwedPhotoForm } from '@/features/photos/admin/owed-photo-form';
import { PhotoUpload } from '@/features/photos/admin/photo-upload';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Add a photo' };

export default async function NewPhotoPage() {
  await requirePerson('create-photo');
  return (
    <>
      <h1>Add a photo</h1>
      <p className="measure mt-2 text-ink-2">
        First the photo, then its credit: who made it, where it is from and under which licence. Visitors see
        it when somebody has confirmed the credit.
      </p>
      <div className="measure mt-6">
        <PhotoUpload />
      </div>
      <section className="section measure" aria-labelledby="owed">
        <h2 id="owed">Record the credit before the file is there</h2>
        <p className="mt-1 text-ink-2">
          When the file comes later. Pages keep room for it and show its description until then.
        </p>
        <div className="mt-4">
          <OwedPhotoForm />
        </div>
      </section>
    </>
  );
}
