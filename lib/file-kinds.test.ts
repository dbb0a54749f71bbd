import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileKinds } from './accepted-files';
import { contentOf } from './content';
import { fileKind, limitOf } from './file-kinds';

const told = async (bytes: Uint8Array, name?: string) => {
  const { kind, refused } = await fileKind(contentOf(bytes), name);
  return kind?.ending ?? refused;
};
const bytes = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text, 'utf8');

const openDocument = 'application/vnd.oasis.opendocument.text';
const wordTypes = '<Types><Override PartName="/word/document.xml"/></Types>';
const macroTypes = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>';
const office = (folder: string, types = wordTypes) =>
  zip([
    { name: '[Content_Types].xml', text: types, packed: true },
    { name: `${folder}/document.xml`, text: '<document/>' },
  ]);

test.each([
  ['a PDF', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'pdf'],
  ['a Word document', office('word'), 'docx'],
  ['an Excel workbook', office('xl'), 'xlsx'],
  ['slides of PowerPoint', office('ppt'), 'pptx'],
  ['an OpenDocument text', zip([{ name: 'mimetype', text: openDocument }, { name: 'content.xml' }]), 'odt'],
  ['an EPUB', zip([{ name: 'mimetype', text: 'application/epub+zip' }, { name: 'OEBPS/a.xhtml' }]), 'epub'],
  ['an MP3 with a tag', mp3({ tagged: true }), 'mp3'],
  ['an MP3 without one', mp3({ tagged: false }), 'mp3'],
  ['an MP4', bytes('\0\0\0\x18ftypisom\0\0\x02\0isommp42\0\0\0\x08mdat'), 'mp4'],
  ['an MP4 of an unknown brand that plays as one', bytes('\0\0\0\x14ftypXXXX\0\0\0\0mp42'), 'mp4'],
  ['a WebM', webm('webm'), 'webm'],
  ['captions in VTT', utf8('WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n'), 'vtt'],
  ['captions in VTT behind a byte order mark', utf8('\uFEFFWEBVTT - Talk\r\n\r\n'), 'vtt'],
  ['captions in SRT', utf8('1\r\n00:00:00,000 --> 00:00:02,000\r\nHello\r\n'), 'srt'],
  ['captions in SBV', utf8('0:00:00.000,0:00:02.000\nHello\n'), 'sbv'],
  ['a text', utf8('Chat of the webinar\n你好, мир\n'), 'txt'],
])('%s is told by what it holds', async (_what, file, ending) => {
  expect(await told(file)).toBe(ending);
});

test.each([
  ['table.csv', 'a,b\n1,2\n', 'csv'],
  ['TABLE.CSV', 'a,b\n1,2\n', 'csv'],
  ['chat.txt', 'a,b\n1,2\n', 'txt'],
  ['chat', 'a,b\n1,2\n', 'txt'],
  ['cues.txt', '1\n00:00:00,000 --> 00:00:02,000\nHello\n', 'txt'],
  ['program.js', 'alert(1)', 'txt'],
])('the name %s decides only which plain text it is', async (name, text, ending) => {
  expect(await told(utf8(text), name)).toBe(ending);
});

test('a name makes nothing else of a file', async () => {
  expect(await told(bytes('%PDF-1.4'), 'slides.csv')).toBe('pdf');
  expect(await told(bytes('MZ\x90\0\x03'), 'slides.pdf')).toMatch(/^Programs/);
  expect(await told(utf8('Hello'), 'captions.vtt')).toMatch(/WEBVTT/);
  expect(await told(utf8('Hello'), 'captions.srt')).toMatch(/srt/);
});

test.each([
  ['nothing', bytes(''), /empty/],
  ['a web page', utf8('<!DOCTYPE html><title>x</title>'), /Web pages/],
  ['a web page behind blanks', utf8('\uFEFF\n <script>alert(1)</script>'), /Web pages/],
  ['an SVG', utf8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
  ['a program of Windows', bytes('MZ\x90\0\x03\0'), /Programs/],
  ['a program of Linux', bytes('\x7fELF\x02\x01\x01\0'), /Programs/],
  ['a script', utf8('#!/bin/sh\nrm -rf /\n'), /Programs/],
  ['an archive', zip([{ name: 'slides.pdf', text: '%PDF-' }]), /Archives/],
  ['an archive that only looks like Word', zip([{ name: 'word/document.xml' }]), /Archives/],
  ['an archive cut short', office('word').subarray(0, 60), /damaged/],
  ['another archive', bytes('Rar!\x1a\x07\x01\0'), /Archives/],
  ['a Word document with macros', office('word', macroTypes), /macros/],
  [
    'a document that hides its macros',
    zip([{ name: '[Content_Types].xml', text: wordTypes }, { name: 'word/vbaProject.bin' }]),
    /macros/,
  ],
  [
    'an OpenDocument text with macros',
    zip([{ name: 'mimetype', text: openDocument }, { name: 'Basic/Standard/Module1.xml' }]),
    /macros/,
  ],
  ['an old Word document', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'), /old Office/],
  ['a photo', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'), /photo library/],
  ['an AVIF', bytes('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'), /photo library/],
  ['a QuickTime film', bytes('\0\0\0\x14ftypqt  \0\0\0\0qt  '), /MP4 or WebM/],
  ['a Matroska film', webm('matroska'), /MP4 or WebM/],
  ['a text in UTF-16', bytes('\xff\xfeH\0e\0'), /UTF-8/],
  ['a text in Latin-1', bytes('Caf\xe9'), /UTF-8/],
  ['bytes that say nothing', bytes('ab\0cd'), /of this kind/],
  ['RTF', utf8('{\\rtf1\\ansi Hello}'), /RTF/],
])('%s is refused in words', async (_what, file, sentence) => {
  expect(await told(file)).toMatch(sentence);
});

test('a text that begins with the letters of a program is a text', async () => {
  expect(await told(utf8('MZ said hello. Rar! BZh'))).toBe('txt');
});

test('the limit of a kind is said, with the size of the file', async () => {
  const head = bytes('%PDF-1.7\n\0');
  const large = { size: 60_000_000, read: contentOf(head).read };
  expect((await fileKind(large)).refused).toBe('PDF: at most 50 MB, and this file has 60.0 MB.');
  expect(limitOf(head)).toBe(50);
  expect(limitOf(webm('webm'))).toBe(1000);
  expect(limitOf(utf8('Hello'))).toBe(5);
});

test.each([
  ['slides-first-hour-after-a-disaster.pdf', 'pdf'],
  ['recording-hotspots-without-headaches.webm', 'webm'],
  ['captions-es-first-hour-after-a-disaster.vtt', 'vtt'],
  ['small-library-budget-worksheet.csv', 'csv'],
  ['chat-hotspots-without-headaches.txt', 'txt'],
])('%s of the demonstration is what it is called', async (name, ending) => {
  expect(await told(readFileSync(`db/demo/files/${name}`), name)).toBe(ending);
});

test('whatever the bytes and the name are, they are told or refused', async () => {
  const signs = ['', 'PK\x03\x04', 'ID3\x04\0\0', '%PDF-', '\0\0\0\x20ftyp', '\x1a\x45\xdf\xa3', '\xff\xfb'];
  const file = fc
    .tuple(fc.constantFrom(...signs), fc.uint8Array({ maxLength: 400 }))
    .map(([sign, rest]) => Buffer.concat([bytes(sign), rest]));
  await fc.assert(
    fc.asyncProperty(file, fc.string(), async (given, name) => {
      const { kind, refused } = await fileKind(contentOf(given), name);
      expect(kind ? Object.values(fileKinds).includes(kind) : refused?.endsWith('.')).toBe(true);
    }),
  );
});

test('a damaged document is told or refused, wherever it is damaged', async () => {
  const whole = office('word');
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const damaged = Buffer.from(whole);
      damaged[at] = byte;
      expect(await told(damaged)).toBeTypeOf('string');
    }),
  );
});

type Part = { name: string; text?: string; packed?: boolean };

/** A zip archive by hand: local parts, the directory, its end (APPNOTE 6.3.10, 4.3). */
function zip(parts: Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text = '', packed = false } of parts) {
    const data = packed ? deflateRawSync(text) : bytes(text);
    // Version, flags, method, time, date, checksum, sizes, length of the name; no extra fields.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(packed ? 8 : 0, 4);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(text.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([bytes('PK\x03\x04'), shared, bytes(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([bytes('PK\x01\x02\x14\0'), shared, tail, bytes(name)]));
    locals.push(local);
    offset += local.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(names.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, names, end]);
}

/** MPEG 1, layer III, 128 kbit/s, 44.1 kHz. */
function mp3({ tagged }: { tagged: boolean }): Buffer {
  const frame = Buffer.concat([bytes('\xff\xfb\x90\x00'), Buffer.alloc(413)]);
  // The tag's size is in seven bits a byte: 257.
  const tag = Buffer.concat([bytes('ID3\x04\0\0\0\0\x02\x01'), Buffer.alloc(257)]);
  return tagged ? Buffer.concat([tag, frame]) : frame;
}

function webm(type: string): Buffer {
  const inside = Buffer.concat([
    bytes('\x42\x86\x81\x01\x42\x82'),
    Buffer.from([0x80 | type.length]),
    bytes(type),
  ]);
  return Buffer.concat([bytes('\x1a\x45\xdf\xa3'), Buffer.from([0x80 | inside.length]), inside]);
}
