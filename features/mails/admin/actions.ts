'use server';

import { z } from 'zod';
import { staffAction } from '@/auth/guards';
import { RowId } from '@/lib/row-id';
import { retryMail } from './mutations';

export const retryMailAction = staffAction(
  { act: 'see-mail', input: z.strictObject({ id: RowId }) },
  ({ person, input }) => retryMail(input.id, { byId: person.id }),
);
