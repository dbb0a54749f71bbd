import { z } from 'zod';
import { RowId } from '@/lib/row-id';

/** Taking a page from the public: its visitors read the reason, or are led elsewhere. */
export const Withdrawal = z.strictObject({
  id: RowId,
  reason: z
    .string()
    .trim()
    .min(1, 'Write a sentence that visitors will read.')
    .max(500, 'The reason has 500 characters at most.'),
  redirectTo: z
    .string()
    .trim()
    .max(300)
    .regex(
      /^(\/([a-z0-9-]+(\/[a-z0-9-]+)*)?)?$/,
      'Write an address of this site, such as /topics/partnerships.',
    )
    .transform((path) => path || null),
});
