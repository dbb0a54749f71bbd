import { formatCredit } from '@/features/credits/format';
import { licenceLongName, licenceUrl } from '@/features/credits/licences';
import { photoAddress } from '@/lib/addresses';
import { csv } from '@/lib/csv';
import type { allCredits } from './queries';

type Credits = Awaited<ReturnType<typeof allCredits>>;

const columns = [
  'photo',
  'credit',
  'title',
  'creators',
  'source',
  'source_url',
  'licence',
  'licence_name',
  'licence_url',
  'used_on',
] as const;

/** One row a photo, RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function creditsCsv(photos: Credits, siteUrl: string): string {
  const rows = photos.map(({ id, credit, pages }) => [
    `${siteUrl}${photoAddress(id)}`,
    formatCredit(credit).text,
    credit.title ?? '',
    credit.creators.map(({ name }) => name).join('; '),
    credit.source.name ?? '',
    credit.source.url ?? '',
    credit.license ?? '',
    credit.license ? (licenceLongName(credit.license) ?? '') : '',
    credit.license ? (licenceUrl(credit.license) ?? '') : '',
    pages.map(({ address }) => `${siteUrl}${address}`).join(' '),
  ]);
  return csv([columns, ...rows]);
}

export function creditsJson(photos: Credits, siteUrl: string) {
  return photos.map(({ id, width, height, alt, credit, pages }) => ({
    photo: `${siteUrl}${photoAddress(id)}`,
    width,
    height,
    alt,
    credit: formatCredit(credit).text,
    title: credit.title,
    creators: credit.creators,
    source: credit.source,
    licence: credit.license,
    licenceName: credit.license && licenceLongName(credit.license),
    licenceUrl: credit.license && licenceUrl(credit.license),
    usedOn: pages.map(({ title, address }) => ({ title, url: `${siteUrl}${address}` })),
  }));
}
