import { acceptedInWords, fileKinds, refuse, type Told, tooLarge } from './accepted-files';
import type { Content } from './content';
import { startsWith } from './media-signs';

/** What a file without any other sign is: a text in UTF-8, captions, or nothing that is taken. */
export async function toldByText(
  content: Content,
  { head, name }: { head: Uint8Array; name: string },
): Promise<Told> {
  if (startsWith(head, '\xff\xfe') || startsWith(head, '\xfe\xff')) return refuse(otherCharacters);
  if (hasControls(head)) return refuse(unknown);
  if (content.size > fileKinds.txt.megabytes * 1_000_000)
    return refuse(tooLarge('A text', fileKinds.txt.megabytes, content.size));
  const bytes = await content.read(0, content.size);
  if (hasControls(bytes)) return refuse(unknown);
  const text = decoded(bytes);
  if (text === undefined) return refuse(otherCharacters);
  if (markup.test(text)) return refuse(webPage);
  return toldByLines(text, /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '');
}

/** Captions have a shape of their own; between a text and a table nothing decides but what it is called. */
function toldByLines(text: string, ending: string): Told {
  if (/^WEBVTT([ \t\r\n]|$)/.test(text)) return { kind: fileKinds.vtt };
  const plainNamed = ending === 'txt' || ending === 'csv';
  if (!plainNamed && /^\s*\d+[ \t]*\r?\n\d+:\d\d:\d\d[,.]\d{1,3} --> /.test(text))
    return { kind: fileKinds.srt };
  if (!plainNamed && /^\s*\d+:\d\d:\d\d\.\d{3},\d+:\d\d:\d\d\.\d{3}/.test(text))
    return { kind: fileKinds.sbv };
  if (ending === 'vtt') return refuse('Captions in VTT begin with the word WEBVTT, and this file does not.');
  if (ending === 'srt' || ending === 'sbv')
    return refuse(`This is called .${ending}, but it does not begin as such captions do.`);
  return { kind: ending === 'csv' ? fileKinds.csv : fileKinds.txt };
}

/** What no text has, but tab, line ends and form feed. */
export const hasControls = (bytes: Uint8Array) =>
  bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13);

/** Without the byte order mark. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const unknown = `A file of this kind is not taken. Upload ${acceptedInWords}.`;
const webPage = 'Web pages, SVG and XML are not taken. Save it as PDF or as plain text.';
const otherCharacters =
  'This text is not stored as UTF-8, so its letters would come out wrong. Save it with the encoding UTF-8.';
const markup = /^\s*<[a-z!?/]/i;
export const program = 'Programs are not taken.';
