'use client';

import type { ReactNode } from 'react';
import { acceptedInWords, fileKinds, MOST_BYTES } from '@/lib/accepted-files';
import { UploadControl } from './upload-control';

export type UploadedFile = { fileKey: string; fileName: string; mediaType: string; bytes: number };

type Props = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  onUploaded: (file: UploadedFile) => void;
};

/** Uploads an attachment. */
export function UploadField({ id, label, hint = `${acceptedInWords}.`, onUploaded }: Props) {
  return (
    <UploadControl<UploadedFile & { words: string }>
      id={id}
      label={label}
      hint={hint}
      accept={Object.keys(fileKinds)
        .map((ending) => `.${ending}`)
        .join(',')}
      address="/api/uploads"
      megabytes={MOST_BYTES / 1_000_000}
      onDone={({ words, ...file }) => {
        onUploaded(file);
        return `Uploaded: ${file.fileName} (${words})`;
      }}
    />
  );
}
