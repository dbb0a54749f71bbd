import { fileSize } from './file-size';

/** A kind of file that an attachment may be; `name` is what people call it. */
export type FileKind = { ending: string; name: string; mediaType: string; megabytes: number };
export type Told = { kind: FileKind; refused?: undefined } | { refused: string; kind?: undefined };

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';
const [DOCUMENT, TEXT, AUDIO, VIDEO] = [50, 5, 200, 1000];

/** By ending. The character set is said, since a text is taken in UTF-8 alone. */
export const fileKinds = {
  pdf: kind('pdf', 'PDF', 'application/pdf', DOCUMENT),
  docx: kind('docx', 'Word document', `${office}.wordprocessingml.document`, DOCUMENT),
  xlsx: kind('xlsx', 'Excel workbook', `${office}.spreadsheetml.sheet`, DOCUMENT),
  pptx: kind('pptx', 'PowerPoint slides', `${office}.presentationml.presentation`, DOCUMENT),
  odt: kind('odt', 'OpenDocument text', `${openDocument}.text`, DOCUMENT),
  ods: kind('ods', 'OpenDocument spreadsheet', `${openDocument}.spreadsheet`, DOCUMENT),
  odp: kind('odp', 'OpenDocument slides', `${openDocument}.presentation`, DOCUMENT),
  odg: kind('odg', 'OpenDocument drawing', `${openDocument}.graphics`, DOCUMENT),
  epub: kind('epub', 'EPUB', 'application/epub+zip', DOCUMENT),
  txt: kind('txt', 'Text', 'text/plain; charset=utf-8', TEXT),
  csv: kind('csv', 'CSV', 'text/csv; charset=utf-8', TEXT),
  vtt: kind('vtt', 'VTT captions', 'text/vtt; charset=utf-8', TEXT),
  srt: kind('srt', 'SRT captions', 'application/x-subrip; charset=utf-8', TEXT),
  sbv: kind('sbv', 'SBV captions', 'text/plain; charset=utf-8', TEXT),
  mp3: kind('mp3', 'MP3 sound', 'audio/mpeg', AUDIO),
  mp4: kind('mp4', 'MP4 video', 'video/mp4', VIDEO),
  webm: kind('webm', 'WebM video', 'video/webm', VIDEO),
} satisfies Record<string, FileKind>;

function kind(ending: string, name: string, mediaType: string, megabytes: number): FileKind {
  return { ending, name, mediaType, megabytes };
}

export const MOST_BYTES = VIDEO * 1_000_000;

/** `50 MB`, `1 GB`. */
export const limitInWords = (megabytes: number) =>
  megabytes < 1000 ? `${megabytes} MB` : `${megabytes / 1000} GB`;

export const acceptedInWords =
  'PDF, Word, Excel, PowerPoint, OpenDocument, EPUB, TXT, CSV, VTT, SRT, SBV, MP3, MP4 or WebM';

export const refuse = (refused: string): Told => ({ refused });

export const tooLarge = (name: string, megabytes: number, bytes?: number) =>
  `${name}: at most ${limitInWords(megabytes)}${bytes ? `, and this file has ${fileSize(bytes)}` : ''}.`;
