import type { Credit } from '@/features/credits/credit';

/** A credit as a form has it: every field a text, an empty one for what is not known. */
export type CreditFields = {
  kind: Credit['kind'];
  title: string;
  creators: { name: string; url: string }[];
  sourceName: string;
  sourceUrl: string;
  licence: string;
  changes: string;
  copyright: string;
  courtesy: boolean;
  permissionFrom: string;
};
export type PhotoFields = { alt: string; evidence: string; credit: CreditFields };

export const fieldsOf = (credit: Credit): CreditFields => ({
  kind: credit.kind,
  title: credit.title ?? '',
  creators: credit.creators.map(({ name, url }) => ({ name, url: url ?? '' })),
  sourceName: credit.source.name ?? '',
  sourceUrl: credit.source.url ?? '',
  licence: credit.license ?? '',
  changes: credit.changes ?? '',
  copyright: credit.copyright ?? '',
  courtesy: credit.courtesy,
  permissionFrom: credit.permissionFrom ?? '',
});

/** The credit that fields stand for, as they are: also while they are being typed. */
export const creditOfFields = (fields: CreditFields): Credit => ({
  kind: fields.kind,
  title: known(fields.title),
  creators: fields.creators.flatMap(({ name, url }) =>
    known(name) ? [{ name: name.trim(), url: known(url) }] : [],
  ),
  source: { name: known(fields.sourceName), url: known(fields.sourceUrl) },
  license: known(fields.licence),
  licenseUrl: null,
  changes: known(fields.changes),
  copyright: known(fields.copyright),
  courtesy: fields.courtesy,
  permissionFrom: known(fields.permissionFrom),
  warnings: [],
  rest: null,
});

const known = (text: string) => text.trim() || null;

/** Of a photo that has just come: nothing is guessed. */
export const emptyCredit: Credit = creditOfFields({
  kind: 'photo',
  title: '',
  creators: [],
  sourceName: '',
  sourceUrl: '',
  licence: '',
  changes: '',
  copyright: '',
  courtesy: false,
  permissionFrom: '',
});
