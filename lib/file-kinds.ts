import { type FileKind, fileKinds, refuse, type Told, tooLarge } from './accepted-files';
import type { Content } from './content';
import { brandsOf, ebmlType, isMp3, latin, startsWith } from './media-signs';
import { hasControls, program, toldByText } from './text-kinds';
import { zipDirectory } from './zip-directory';

const HEAD = 4096;

/**
 * What an attachment is, told by what it holds; the name decides only between kinds of plain text. Whatever is not
 * known to be harmless is refused, with a sentence for a person.
 */
export async function fileKind(content: Content, name = ''): Promise<Told> {
  if (content.size === 0) return refuse('This file is empty.');
  const head = await content.read(0, HEAD);
  const told = await toldByContent(content, { head, name });
  if (!told.kind) return told;
  const { megabytes, name: kindName } = told.kind;
  return content.size <= megabytes * 1_000_000 ? told : refuse(tooLarge(kindName, megabytes, content.size));
}

/** How many megabytes a file that begins like this may have at most; its kind is told when it is there. */
export function limitOf(head: Uint8Array): number {
  if (ebmlType(head) || brandsOf(head).length > 0) return fileKinds.webm.megabytes;
  if (startsWith(head, 'ID3') || head[0] === 0xff) return fileKinds.mp3.megabytes;
  if (startsWith(head, '%PDF-') || startsWith(head, 'PK')) return fileKinds.pdf.megabytes;
  return fileKinds.txt.megabytes;
}

type Given = { head: Uint8Array; name: string };

async function toldByContent(content: Content, given: Given): Promise<Told> {
  const { head } = given;
  const signs = hasControls(head) ? binarySigns : textSigns;
  const refused = signs.find(([sign]) => startsWith(head, sign))?.[1];
  if (refused) return refuse(refused);
  if (startsWith(head, '%PDF-')) return { kind: fileKinds.pdf };
  if (startsWith(head, 'PK\x03\x04')) return toldByArchive(content, head);
  if (brandsOf(head).length > 0) return toldByBrands(brandsOf(head));
  const ebml = ebmlType(head);
  if (ebml) return ebml === 'webm' ? { kind: fileKinds.webm } : refuse(video);
  if (await isMp3(content, head)) return { kind: fileKinds.mp3 };
  return toldByText(content, given);
}

async function toldByArchive(content: Content, head: Uint8Array): Promise<Told> {
  const directory = await zipDirectory(content);
  if (!directory) return refuse('This file is damaged: it cannot be read to its end.');
  const { names, contentTypes } = directory;
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/vbaProject\.bin$|^(Basic|Scripts)\//i) || /macroEnabled/i.test(contentTypes ?? ''))
    return refuse('Files with macros are not taken, since they can harm who opens them. Save it without.');

  const declared = declaredType(head);
  const own = Object.values(fileKinds).find(({ mediaType }) => mediaType === declared);
  if (own) return { kind: own };
  if (contentTypes !== undefined) {
    const found = officeFolders.find(([folder]) => has(folder))?.[1];
    if (found) return { kind: found };
  }
  return refuse(archive);
}

const officeFolders: [RegExp, FileKind][] = [
  [/^word\//, fileKinds.docx],
  [/^xl\//, fileKinds.xlsx],
  [/^ppt\//, fileKinds.pptx],
];

/** An OpenDocument file or an EPUB begins with a part that says what it is, unpacked (OCF 3.3, 4.3). */
function declaredType(head: Uint8Array): string | undefined {
  if (head.length < 38 || latin(head.subarray(30, 38)) !== 'mimetype') return undefined;
  const numbers = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [method, size, extra] = [8, 18, 28].map((at) => numbers.getUint16(at, true));
  if (method !== 0 || size === undefined || extra === undefined) return undefined;
  return latin(head.subarray(38 + extra, 38 + extra + size)).trim();
}

function toldByBrands(brands: string[]): Told {
  const [major = ''] = brands;
  if (/^(mif1|msf1|hei[cxms]|hev[cx]|avi[fs])$/.test(major)) return refuse(picture);
  if (/^(M4A|M4B|M4P) /.test(major)) return refuse('Sound is taken as MP3. Save it in that format.');
  const plays = /^(isom|iso[2-9]|mp4[12]|avc1|dash|mmp4|MSNV|M4VH?P?\s*)$/;
  return brands.some((brand) => plays.test(brand)) && major !== 'qt  '
    ? { kind: fileKinds.mp4 }
    : refuse(video);
}

const video = 'Video is taken as MP4 or WebM. Save it in one of these formats.';
const picture = 'A picture belongs in the photo library, where its credit is kept.';
const oldOffice =
  'This is in the old Office format, or has a password. Save it as DOCX, XLSX, PPTX or PDF, without one.';
const archive = 'Archives are not taken. Upload the files in it one by one.';

/** By their first bytes. A text may begin with the letters of some of them, so these count in binary files alone. */
const binarySigns: [string, string][] = [
  ...['\xff\xd8\xff', '\x89PNG', 'GIF8', 'II*\0', 'MM\0*'].map(says(picture)),
  ...['MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe'].map(says(program)),
  ...['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd', 'PK\x05\x06'].map(
    says(archive),
  ),
  ['\xd0\xcf\x11\xe0', oldOffice],
];

const textSigns: [string, string][] = [
  ['{\\rtf', 'RTF is not taken. Save it as DOCX, OpenDocument or PDF.'],
  ['%!PS', 'PostScript is not taken. Save it as PDF.'],
  ['#!', program],
];

function says(sentence: string) {
  return (sign: string): [string, string] => [sign, sentence];
}
