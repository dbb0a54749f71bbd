import type { Photo, photoCreators } from '@/db/schema';
import { Credit } from '@/features/credits/credit';
import { contentKey } from '@/lib/storage';

type Creator = Pick<typeof photoCreators.$inferSelect, 'name' | 'url'>;

/** The credit of a photo's row, with the makers in their order. */
export function creditOf(row: Photo, creators: Creator[]): Credit {
  return Credit.parse({
    kind: row.creditKind,
    title: row.title,
    creators: creators.map(({ name, url }) => ({ name, url })),
    source: { name: row.sourceName, url: row.sourceUrl },
    license: row.licence,
    licenseUrl: null,
    changes: row.changes,
    copyright: row.copyright,
    courtesy: row.courtesy,
    permissionFrom: row.permissionFrom,
    warnings: [],
    rest: null,
  });
}

/** The columns of a credit; its makers have a table of their own. */
export const columnsOf = (credit: Credit) => ({
  creditKind: credit.kind,
  title: credit.title,
  sourceName: credit.source.name,
  sourceUrl: credit.source.url,
  licence: credit.license,
  changes: credit.changes,
  copyright: credit.copyright,
  courtesy: credit.courtesy,
  permissionFrom: credit.permissionFrom,
});

export const sameCredit = (one: Credit, other: Credit) => creditWords(one) === creditWords(other);

/** What a save names, so that one that began from an older state is noticed. */
export const versionOf = (row: Photo, credit: Credit) =>
  contentKey(Buffer.from(JSON.stringify([row.alt, row.evidence, creditWords(credit)]))).slice(0, 16);

/** All that is kept, in one order. */
function creditWords(credit: Credit): string {
  const { kind, title, creators, source, license, changes, copyright, courtesy, permissionFrom } = credit;
  const makers = creators.map(({ name, url }) => [name, url]);
  return JSON.stringify([
    kind,
    title,
    makers,
    source.name,
    source.url,
    license,
    changes,
    copyright,
    courtesy,
    permissionFrom,
  ]);
}
