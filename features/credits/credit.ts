import { z } from 'zod';
import { isLicenceKey } from './licences';

/** What an editor is asked about; the sentence for each is in vectors.json. */
export const CreditWarning = z.enum([
  'license-missing',
  'license-incomplete',
  'license-version-missing',
  'license-invalid',
  'license-port-invalid',
  'license-order',
  'license-conflict',
  'license-multiple',
  'license-inferred',
  'stock-agency',
  'creator-missing',
  'creator-or-title',
  'title-missing-pre4',
  'source-url-missing',
  'nd-modified',
  'pd-basis-missing',
  'empty',
]);
export type CreditWarning = z.infer<typeof CreditWarning>;

const text = z.string().trim().min(1).nullable();
const webAddress = z.url({ protocol: /^https?$/ });

/** Who made an image, its title, source, licence and changes. Every field is there; what is not known is null. */
export const Credit = z.object({
  kind: z.enum(['photo', 'image', 'illustration', 'ai-generated', 'unknown']),
  title: text,
  creators: z.array(z.object({ name: z.string().trim().min(1), url: webAddress.nullable() })),
  /** Where the work was found; the address is the work's own page. */
  source: z.object({ name: text, url: webAddress.nullable() }),
  /** A licence key, see licences.ts. */
  license: z.string().refine(isLicenceKey, 'This licence is not known.').nullable(),
  licenseUrl: webAddress.nullable(),
  /** What was done to the image, in words: "cropped". */
  changes: text,
  /** A notice as its owner wrote it: "© 2019 Jan Andersen". */
  copyright: text,
  /** The credit is due by courtesy: "courtesy of …". */
  courtesy: z.boolean(),
  permissionFrom: text,
  warnings: z.array(CreditWarning),
  /** What was written and not understood. Never printed. */
  rest: text,
});
export type Credit = z.infer<typeof Credit>;
