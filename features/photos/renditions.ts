import sharp from 'sharp';
import type { Credit } from '@/features/credits/credit';
import { formatCredit } from '@/features/credits/format';
import { licenceUrl } from '@/features/credits/licences';
import { Rejected } from '@/lib/rejected';
import { contentKey, fileAt, storeFile } from '@/lib/storage';

export type StoredRendition = {
  format: 'avif' | 'webp';
  width: number;
  height: number;
  bytes: number;
  fileKey: string;
};

const MOST_BYTES = 25 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;

/** What the layout asks for: a phone's width once and twice, the topic head's column, a story's measure. */
const WIDTHS = [320, 480, 800, 1200];

/**
 * Stores an original and its resized copies: whole, upright, never enlarged, with the credit and the licence in XMP
 * and nothing else that the camera wrote, so no position either.
 */
export async function storePhoto(dataDir: string, original: Uint8Array, credit: Credit) {
  const key = contentKey(original);
  await refuseOthers(original);
  const upright = await sharp(original, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = upright.info;
  const widths = [
    ...new Set([...WIDTHS.filter((one) => one < width), Math.min(width, WIDTHS.at(-1) ?? width)]),
  ];
  const xmp = xmpOf(credit);
  const renditions: StoredRendition[] = [];
  for (const target of widths)
    for (const format of ['avif', 'webp'] as const) {
      const { data, info } = await sharp(upright.data)
        .resize({ width: target })
        .withXmp(xmp)
        [format](format === 'avif' ? { quality: 55, effort: 2 } : { quality: 78, effort: 4 })
        .toBuffer({ resolveWithObject: true });
      const fileKey = contentKey(data);
      await storeFile(fileAt(dataDir, 'media', `${fileKey}.${format}`), data);
      renditions.push({ format, width: info.width, height: info.height, bytes: data.length, fileKey });
    }
  await storeFile(fileAt(dataDir, 'originals', key), original);
  return { key, width, height, renditions };
}

/** Told by decoding, never by name. */
async function refuseOthers(original: Uint8Array) {
  if (original.length > MOST_BYTES) throw new Rejected('file', 'A photo may have 25 MB at most.');
  const { format, compression } = await sharp(original, { limitInputPixels: false }).metadata();
  const known = ['jpeg', 'png', 'webp'].includes(format) || (format === 'heif' && compression === 'av1');
  if (!known) throw new Rejected('file', 'A photo is a JPEG, PNG, WebP or AVIF file.');
}

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
