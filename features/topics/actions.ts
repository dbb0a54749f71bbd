'use server';

import { z } from 'zod';
import { staffAction } from '@/auth/guards';
import { Withdrawal } from '@/features/resources/input';
import { editedItem } from '@/features/revisions/item/queries';
import { RowId } from '@/lib/row-id';
import { publishTopicCopy, startTopic, trashTopic, untrashTopic, withdrawTopic } from './mutations';

const id = RowId;
const item = (input: { id: number }) => editedItem({ of: 'topic', id: input.id });

export const startTopicAction = staffAction(
  { act: 'create-topic', input: z.strictObject({}) },
  async ({ person }) => ({ id: await startTopic({ byId: person.id }) }),
);

export const publishTopicAction = staffAction(
  {
    act: 'publish',
    input: z.strictObject({ id, lockVersion: z.int().min(0), withdrawn: z.boolean().default(false) }),
    item,
  },
  ({ person, input }) => publishTopicCopy({ ...input, byId: person.id }),
);

export const withdrawTopicAction = staffAction(
  { act: 'withdraw', input: Withdrawal, item },
  ({ person, input }) => withdrawTopic({ ...input, byId: person.id }),
);

export const trashTopicAction = staffAction(
  { act: 'trash', input: z.strictObject({ id }), item },
  ({ person, input }) => trashTopic(input.id, { byId: person.id }),
);

export const untrashTopicAction = staffAction(
  { act: 'trash', input: z.strictObject({ id }), item },
  ({ person, input }) => untrashTopic(input.id, { byId: person.id }),
);
