'use client';

import { UploadControl } from '@/features/uploads/upload-control';

/** The file of a new photo, or with an id the one that is owed. Its own page comes next. */
export function PhotoUpload({ owed }: { owed?: number }) {
  return (
    <UploadControl<{ id: number }>
      id="file"
      label={owed ? 'The file of this photo' : 'A photo'}
      hint="JPEG, PNG, WebP or AVIF, at most 25 MB. Upload it as large as you have it; the original stays private."
      accept="image/jpeg,image/png,image/webp,image/avif"
      address={owed ? `/api/photos/${owed}/file` : '/api/photos'}
      megabytes={25}
      onDone={({ id }) => {
        location.assign(`/admin/photos/${id}`);
        return 'Stored. The page of the photo opens now.';
      }}
      about={(id) => <a href={`/admin/photos/${id}`}>Open the photo that is there already</a>}
    />
  );
}
