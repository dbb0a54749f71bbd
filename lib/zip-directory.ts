import { inflateRawSync } from 'node:zlib';
import type { Content } from './content';

/** What a zip archive says it holds; `contentTypes` is the list that an Office file has of its parts. */
export type ZipDirectory = { names: string[]; contentTypes: string | undefined };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_NAMES_BYTES = 4_000_000;
const MOST_TYPES_BYTES = 1_000_000;

/**
 * Reads the directory at an archive's end (APPNOTE 6.3.10, 4.3.12); `undefined` where there is none to be understood.
 * Zip64 is left out: no document within our limits needs it.
 */
export async function zipDirectory(content: Content): Promise<ZipDirectory | undefined> {
  const tailAt = Math.max(0, content.size - 65_557);
  const tail = view(await content.read(tailAt, content.size - tailAt));
  const end = lastIndexOf(tail, END);
  if (end < 0 || end + 22 > tail.byteLength) return undefined;
  const [length, from] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (length > MOST_NAMES_BYTES || from + length > content.size) return undefined;

  const directory = view(await content.read(from, length));
  const names: string[] = [];
  let contentTypes: string | undefined;
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === ENTRY; ) {
    const entry = entryAt(directory, at);
    names.push(entry.name);
    if (entry.name === '[Content_Types].xml') contentTypes = await textOf(content, entry);
    at += entry.length;
  }
  return { names, contentTypes };
}

type Entry = { name: string; method: number; packed: number; from: number; length: number };

function entryAt(directory: DataView, at: number): Entry {
  const nameLength = directory.getUint16(at + 28, true);
  const rest = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  const end = Math.min(at + 46 + nameLength, directory.byteLength);
  const bytes = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, end - at - 46);
  return {
    name: new TextDecoder().decode(bytes).replaceAll('\\', '/'),
    method: directory.getUint16(at + 10, true),
    packed: directory.getUint32(at + 20, true),
    from: directory.getUint32(at + 42, true),
    length: 46 + nameLength + rest,
  };
}

async function textOf(content: Content, { method, packed, from }: Entry): Promise<string | undefined> {
  if (packed > MOST_TYPES_BYTES || from + 30 > content.size) return undefined;
  const head = view(await content.read(from, 30));
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) return undefined;
  const start = from + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const bytes = await content.read(start, packed);
  try {
    const plain = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: MOST_TYPES_BYTES });
    return new TextDecoder().decode(plain);
  } catch {
    return undefined;
  }
}

function lastIndexOf(tail: DataView, signature: number): number {
  for (let at = tail.byteLength - 4; at >= 0; at--) if (tail.getUint32(at, true) === signature) return at;
  return -1;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
