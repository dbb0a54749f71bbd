'use server';

import { z } from 'zod';
import { staffAction } from '@/auth/guards';
import {
  changeTopicOfMany,
  startResource,
  trashResources,
  untrashResource,
} from '@/features/resources/admin/mutations';
import { editedItem } from '@/features/revisions/item/queries';
import { siteSettings } from '@/features/settings/queries';
import { RowId } from '@/lib/row-id';
import { Withdrawal } from './input';
import { publishWorkingCopy, withdrawPage } from './mutations';

const id = RowId;
const item = (input: { id: number }) => editedItem({ of: 'resource', id: input.id });
const ids = z.array(id).min(1, 'Tick at least one.').max(200, 'Choose 200 at most.');

export const startResourceAction = staffAction(
  { act: 'create-resource', input: z.strictObject({ kind: z.enum(['news', 'webinar', 'document']) }) },
  async ({ person, input }) => {
    const { zone } = await siteSettings();
    return { id: await startResource({ ...input, zone, byId: person.id }) };
  },
);

/** Stories and documents; webinars have their own. */
export const publishResourceAction = staffAction(
  {
    act: 'publish',
    input: z.strictObject({ id, lockVersion: z.int().min(0), withdrawn: z.boolean().default(false) }),
    item,
  },
  ({ person, input }) => publishWorkingCopy({ ...input, byId: person.id }),
);

export const withdrawResourceAction = staffAction(
  { act: 'withdraw', input: Withdrawal, item },
  ({ person, input }) => withdrawPage({ ...input, byId: person.id }),
);

export const trashResourcesAction = staffAction(
  { act: 'trash', input: z.strictObject({ ids }) },
  ({ person, input }) => trashResources(input.ids, { byId: person.id }),
);

export const untrashResourceAction = staffAction(
  { act: 'trash', input: z.strictObject({ id }), item },
  ({ person, input }) => untrashResource(input.id, { byId: person.id }),
);

export const changeTopicOfManyAction = staffAction(
  { act: 'publish', input: z.strictObject({ ids, topicId: id, add: z.boolean() }) },
  ({ person, input }) => changeTopicOfMany({ ...input, byId: person.id }),
);
