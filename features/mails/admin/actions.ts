'use server';

import { z } from 'zod';
import { staffAction } from '@/auth/guards';
import { retryMail } from './mutations';

export const retryMailAction = staffAction(
  { act: 'see-mail', input: z.strictObject({ id: z.int().positive() }) },
  ({ person, input }) => retryMail(input.id, { byId: person.id }),
);
