import { z } from 'zod';
import { RowId } from '@/lib/row-id';
import { isZone } from '@/lib/time';

const id = RowId;
const web = z
  .string()
  .trim()
  .regex(/^https?:\/\/[^\s/?#]+\S*$/i, 'Write an address such as https://example.org.');
const orNothing = z.union([z.literal('').transform(() => null), web]);
const reason = z
  .string()
  .trim()
  .min(1, 'Write a sentence that visitors will read.')
  .max(500, 'The reason has 500 characters at most.');

/** The acts on an announced webinar. */
export const CourseInput = z.discriminatedUnion('to', [
  z.strictObject({
    id,
    to: z.literal('reschedule'),
    start: z.strictObject({
      local: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Choose a day and a time.'),
      zone: z.string().refine(isZone, 'Choose a time zone from the list.'),
      offset: z.string().max(10).optional(),
      minutes: z
        .int('Write whole minutes.')
        .min(1, 'It takes at least a minute.')
        .max(1440, 'It takes 1440 minutes at most.')
        .optional(),
    }),
  }),
  z.strictObject({ id, to: z.literal('postpone'), reason }),
  z.strictObject({ id, to: z.literal('cancel'), reason }),
  z.strictObject({ id, to: z.literal('set-room'), roomUrl: orNothing }),
  z
    .strictObject({
      id,
      to: z.literal('set-registration'),
      registration: z.enum(['none', 'external']),
      registrationUrl: orNothing,
    })
    .refine(
      ({ registration, registrationUrl }) => (registration === 'external') === (registrationUrl !== null),
      {
        path: ['registrationUrl'],
        error: 'Registration elsewhere needs its address; without registration there is none.',
      },
    ),
  z.strictObject({ id, to: z.literal('publish-recording'), recordingUrl: orNothing }),
]);
