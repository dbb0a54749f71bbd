import { fileSize } from '@/lib/file-size';
import type { PublishedAttachment } from './published';

const typeNames: Record<PublishedAttachment['type'], string> = {
  slides: 'Slides',
  chat: 'Chat',
  captions: 'Captions',
  transcript: 'Transcript',
  'learner-guide': 'Learner guide',
  references: 'References',
  recording: 'Recording',
  other: 'File',
};

/** Files with their type and size in words, and links with their host. */
export function AttachmentList({ attachments }: { attachments: PublishedAttachment[] }) {
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="py-3">
          <a className="inline-flex min-h-6" href={attachment.href}>
            {attachment.title}
          </a>
          <p className="meta">
            {typeNames[attachment.type]}, {substance(attachment)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** `PDF, 340 kB`, or where a link leads. */
export function substance({ file, href }: PublishedAttachment): string {
  if (!file) return `on ${new URL(href).hostname.replace(/^www\./, '')}`;
  const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  return `${formatNames[ending] ?? ending.toUpperCase()}, ${fileSize(file.bytes)}`;
}

const formatNames: Record<string, string> = {
  txt: 'plain text',
  vtt: 'WebVTT captions',
  webm: 'WebM video',
  csv: 'CSV table',
  mp4: 'MP4 video',
  mp3: 'MP3 audio',
};
