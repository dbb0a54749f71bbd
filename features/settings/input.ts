import { z } from 'zod';
import { TextTree } from '@/lib/text-tree';
import { isZone } from '@/lib/time';

/** What an admin may change of the site itself. */
export const Settings = z.strictObject({
  siteName: z
    .string()
    .trim()
    .min(1, 'Write the name of the site.')
    .max(80, 'The name has 80 characters at most.'),
  tagline: z.string().trim().max(200, 'The tagline has 200 characters at most.'),
  zone: z.string().refine(isZone, 'Choose a time zone from the list.'),
  contactMail: z
    .string()
    .trim()
    .regex(/^$|^[^\s@,;<>"]+@[^\s@,;<>"]+$/, 'Write one mail address, such as name@example.org.'),
  notice: z
    .string()
    .trim()
    .max(500, 'The notice has 500 characters at most.')
    .transform((text) => text || null),
  accessibility: TextTree,
  accessibilityReviewedOn: z.iso.date('Choose a day.'),
  privacy: TextTree,
  privacyReviewedOn: z.iso.date('Choose a day.'),
});
