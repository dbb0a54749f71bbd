'use client';

import { UploadField } from '@/features/uploads/upload-field';
import { fileSize } from '@/lib/file-size';
import { type AttachmentDraft, attachmentTypes } from '../draft';
import type { ResourcePart } from './form-part';
import { ChoiceField, LineField } from './line-field';
import { Rows } from './rows';

const typeNames: Record<AttachmentDraft['type'], string> = {
  slides: 'Slides',
  chat: 'Chat',
  captions: 'Captions',
  transcript: 'Transcript',
  'learner-guide': 'Learner guide',
  references: 'References',
  recording: 'Recording',
  other: 'Something else',
};

/** Files that are uploaded, and links to where they are. */
export function AttachmentsField({ kind, draft, update, errorOf }: ResourcePart) {
  const { attachments } = draft;
  return (
    <>
      <Rows
        id="attachments"
        legend="Files and links"
        hint={
          kind === 'document'
            ? 'The first is the document itself.'
            : 'Slides, handouts, captions and the like.'
        }
        error={errorOf('attachments')}
        word="link"
        rows={attachments}
        empty={{ type: 'other', title: '', url: '' } as AttachmentDraft}
        onChange={(rows) => update({ attachments: rows })}
      >
        {(one, index, change) => (
          <div className="grid gap-3 md:grid-cols-2">
            <LineField
              id={`attachments.${index}.title`}
              most={300}
              label="Title"
              error={errorOf(`attachments.${index}.title`)}
              value={one.title}
              onChange={(title) => change({ title })}
            />
            <ChoiceField
              id={`attachments.${index}.type`}
              label="Type"
              value={one.type}
              onChange={(type) => change({ type: type as AttachmentDraft['type'] })}
              choices={attachmentTypes.map((value) => ({ value, name: typeNames[value] }))}
            />
            {'url' in one ? (
              <LineField
                id={`attachments.${index}.url`}
                label="Address"
                type="url"
                error={errorOf(`attachments.${index}.url`)}
                value={one.url}
                onChange={(url) => change({ url })}
              />
            ) : (
              <p className="md:col-span-2">
                <a href={`/api/uploads/${one.fileKey}`}>{one.fileName}</a>{' '}
                <span className="meta">
                  {one.fileKey.split('.').at(-1)?.toUpperCase()}, {fileSize(one.bytes)}
                </span>
              </p>
            )}
          </div>
        )}
      </Rows>
      <div className="mt-3">
        <UploadField
          id="upload"
          label="Add a file"
          onUploaded={(file) =>
            // Of the rows as they are when the upload has ended.
            update((latest) => ({
              attachments: [...latest.attachments, { type: 'other', title: '', ...file }],
            }))
          }
        />
      </div>
    </>
  );
}
