import { z } from 'zod';
import { Credit } from '@/features/credits/credit';
import { isLicenceKey } from '@/features/credits/licences';

export const PhotoId = z.int().positive().max(2_147_483_647);

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Use ${longest} characters at most.`)
    // Postgres keeps no NUL.
    .refine((value) => !value.includes('\0'), 'This holds a sign that cannot be kept.');
const webAddress = text(2000).refine(
  (value) => value === '' || (/^https?:\/\/[^\s/?#]+\S*$/i.test(value) && URL.canParse(value)),
  'Write a whole web address, such as https://example.org/photo.',
);

const Creator = z
  .strictObject({ name: text(200), url: webAddress })
  .refine(({ name, url }) => name !== '' || url === '', {
    path: ['name'],
    message: 'Write whose address this is.',
  });

const CreditFields = z.strictObject({
  kind: Credit.shape.kind,
  title: text(500),
  creators: z.array(Creator).max(20, 'Name 20 makers at most.'),
  sourceName: text(200),
  sourceUrl: webAddress,
  licence: text(60).refine(
    (key) => key === '' || isLicenceKey(key),
    'This is no licence key. Choose a licence from the list.',
  ),
  changes: text(300),
  copyright: text(300),
  courtesy: z.boolean(),
  permissionFrom: text(200),
});

export const PhotoChanges = z.strictObject({
  id: PhotoId,
  /** Of the state that the form began from. */
  version: z.string().max(64),
  confirm: z.boolean(),
  alt: text(2000),
  evidence: text(5000),
  credit: CreditFields,
});

/** `3:2`, `1600 × 1067`. */
const Proportion = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,4}\s*[:x×/]\s*[1-9]\d{0,4}$/i, {
    error: 'Write the width and the height with a colon between them, such as 3:2.',
  })
  .transform((value) => {
    const [width = 1, height = 1] = value.split(/\D+/).map(Number);
    return { width, height };
  });

export const OwedPhoto = z.strictObject({ proportion: Proportion, alt: text(2000) });
