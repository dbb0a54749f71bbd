import type { Content } from './content';

/** Whether MPEG audio, layer III, begins here or behind an ID3 tag (https://id3.org/id3v2.4.0-structure, 3.1). */
export async function isMp3(content: Content, head: Uint8Array): Promise<boolean> {
  const tagged = startsWith(head, 'ID3');
  const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10);
  const from = tagged ? 10 + ((a << 21) | (b << 14) | (c << 7) | d) : 0;
  // Some writers leave a gap behind the tag.
  const sound = await content.read(Math.min(from, content.size), tagged ? 4096 : 4);
  for (let at = 0; at + 4 <= sound.length; at++) if (isFrame(sound.subarray(at, at + 4))) return true;
  return false;
}

function isFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3];
  const [bitrate, rate] = [third >> 4, (third >> 2) & 3];
  const synced = first === 0xff && second >= 0xe0;
  return synced && version !== 1 && layer === 1 && bitrate > 0 && bitrate < 15 && rate !== 3;
}

/** The brands of an ISO base media file, the major one first; none where it is not one. */
export function brandsOf(head: Uint8Array): string[] {
  if (!startsWith(head.subarray(4), 'ftyp')) return [];
  const length = Math.min(numberOf(head.subarray(0, 4)), head.length, 256);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= length; at += 4) if (at !== 12) brands.push(latin(head.subarray(at, at + 4)));
  return brands;
}

/** The document type in the head of an EBML file (RFC 8794, 11.2.8): `webm`, `matroska`. */
export function ebmlType(head: Uint8Array): string | undefined {
  if (numberOf(head.subarray(0, 4)) !== 0x1a45dfa3) return undefined;
  const whole = vint(head, 4);
  if (!whole) return undefined;
  const end = Math.min(whole.next + whole.value, head.length);
  for (let at = whole.next; at < end; ) {
    const idLength = Math.clz32(head[at] ?? 0) - 23;
    const size = vint(head, at + idLength);
    if (idLength > 4 || !size) return undefined;
    const value = head.subarray(size.next, Math.min(size.next + size.value, end));
    if (numberOf(head.subarray(at, at + idLength)) === 0x4282) return latin(value).replace(/\0+$/, '');
    at = size.next + size.value;
  }
  return undefined;
}

/** A number of variable length (RFC 8794, 4), up to five bytes. */
function vint(head: Uint8Array, at: number): { value: number; next: number } | undefined {
  const length = Math.clz32(head[at] ?? 0) - 23;
  if (length > 8 || at + length > head.length) return undefined;
  let value = (head[at] ?? 0) & (0xff >> length);
  for (const byte of head.subarray(at + 1, at + length)) value = value * 256 + byte;
  return { value, next: at + length };
}

export const startsWith = (bytes: Uint8Array, sign: string) => latin(bytes.subarray(0, sign.length)) === sign;

export const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);

const numberOf = (bytes: Uint8Array) => bytes.reduce((number, byte) => number * 256 + byte, 0);
