import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Credit } from '@/features/credits/credit';
import { formatCredit } from '@/features/credits/format';
import { licenceUrl } from '@/features/credits/licences';
import { Rejected } from '@/lib/rejected';
import { contentKey, fileAt, storeFiles } from '@/lib/storage';

export type StoredRendition = {
  format: 'avif' | 'webp';
  width: number;
  height: number;
  bytes: number;
  fileKey: string;
};

export const MOST_PHOTO_BYTES = 25_000_000;
export const tooLarge = 'A photo may have 25 MB at most.';
const MOST_PIXELS = 50_000_000;

/** What the layout asks for: a phone's width once and twice, the topic head's column, a story's measure. */
const WIDTHS = [320, 480, 800, 1200];

/**
 * Stores an original and its resized copies: whole, upright, never enlarged, with the credit and the licence in XMP
 * and nothing else that the camera wrote, so no position either. Nothing is stored before all are made.
 */
export async function storePhoto(dataDir: string, original: Uint8Array, credit: Credit) {
  await refuseOthers(original);
  const key = contentKey(original);
  const { upright, width, height } = await uprightOf(original);
  const made = await resized({ upright, width }, credit);
  const kept = { target: fileAt(dataDir, 'originals', key), bytes: original };
  await storeFiles([...made.map((one) => fileOf(dataDir, one)), kept]);
  return { key, width, height, renditions: made.map(({ rendition }) => rendition) };
}

/** The resized copies once more, with another credit in them. */
export async function remakeRenditions(dataDir: string, key: string, credit: Credit) {
  const original = await readFile(fileAt(dataDir, 'originals', key));
  const made = await resized(await uprightOf(original), credit);
  await storeFiles(made.map((one) => fileOf(dataDir, one)));
  return made.map(({ rendition }) => rendition);
}

/** Told by decoding, never by name. */
async function refuseOthers(original: Uint8Array) {
  if (original.length > MOST_PHOTO_BYTES) throw new Rejected('file', tooLarge);
  const found = await sharp(original, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  const { format = '', compression, width = 0, height = 0 } = found ?? {};
  const known = ['jpeg', 'png', 'webp'].includes(format) || (format === 'heif' && compression === 'av1');
  if (!known) throw new Rejected('file', 'A photo is a JPEG, PNG, WebP or AVIF file, and this is none.');
  if (width * height > MOST_PIXELS) {
    const millions = Math.round((width * height) / 1_000_000);
    const sentence = `A photo may have 50 megapixels at most, and this one has ${millions}. Make it smaller and try again.`;
    throw new Rejected('file', sentence);
  }
}

async function uprightOf(original: Uint8Array) {
  try {
    const { data, info } = await sharp(original, { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .toBuffer({ resolveWithObject: true });
    return { upright: data, width: info.width, height: info.height };
  } catch {
    throw new Rejected('file', 'This photo cannot be read to its end. Save it once more and try again.');
  }
}

type Made = { data: Buffer; rendition: StoredRendition };

async function resized({ upright, width }: { upright: Buffer; width: number }, credit: Credit) {
  const widths = [
    ...new Set([...WIDTHS.filter((one) => one < width), Math.min(width, WIDTHS.at(-1) ?? width)]),
  ];
  const xmp = xmpOf(credit);
  const made: Made[] = [];
  for (const target of widths)
    for (const format of ['avif', 'webp'] as const) {
      const { data, info } = await sharp(upright)
        .resize({ width: target })
        .withXmp(xmp)
        [format](format === 'avif' ? { quality: 55, effort: 2 } : { quality: 78, effort: 4 })
        .toBuffer({ resolveWithObject: true });
      const { width: across, height } = info;
      const fileKey = contentKey(data);
      made.push({ data, rendition: { format, width: across, height, bytes: data.length, fileKey } });
    }
  return made;
}

const fileOf = (dataDir: string, { data, rendition: { fileKey, format } }: Made) => ({
  target: fileAt(dataDir, 'media', `${fileKey}.${format}`),
  bytes: data,
});

/** Creator, credit line, rights and licence, as XMP names them (IPTC Photo Metadata Standard, ccREL). */
function xmpOf(credit: Credit): string {
  const { text } = formatCredit(credit);
  const creators = credit.creators.map(({ name }) => `<rdf:li>${escapeXml(name)}</rdf:li>`).join('');
  const url = credit.license ? licenceUrl(credit.license) : null;
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">',
    creators && `<dc:creator><rdf:Seq>${creators}</rdf:Seq></dc:creator>`,
    `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(credit.copyright ?? text)}</rdf:li></rdf:Alt></dc:rights>`,
    `<photoshop:Credit>${escapeXml(text)}</photoshop:Credit>`,
    url &&
      `<cc:license rdf:resource="${escapeXml(url)}"/><xmpRights:WebStatement>${escapeXml(url)}</xmpRights:WebStatement>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ]
    .filter(Boolean)
    .join('');
}

const escapeXml = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
