import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AttachmentInput } from '@/features/resources/parts';
import { contentKey, fileAt, storeFile } from '@/lib/storage';
import { CONTENT, type DemoAttachment } from './front-matter';

const mediaTypes: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webm': 'video/webm',
};

const demoFile = (name: string) => readFile(path.join(CONTENT, 'files', name));

/** Stores the files of attachments; links stay what they are. */
export async function attachmentsOf(
  dataDir: string,
  attachments: DemoAttachment[],
): Promise<AttachmentInput[]> {
  return Promise.all(
    attachments.map(async (attachment) => {
      if ('url' in attachment) return attachment;
      const { type, title, file } = attachment;
      const bytes = await demoFile(file);
      const ending = path.extname(file);
      const mediaType = mediaTypes[ending];
      if (!mediaType) throw new Error(`${file} is of no type that an attachment may have`);
      const fileKey = `${contentKey(bytes)}${ending}`;
      await storeFile(fileAt(dataDir, 'attachments', fileKey), bytes);
      return { type, title, fileKey, fileName: file, mediaType, bytes: bytes.length };
    }),
  );
}
