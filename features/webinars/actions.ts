'use server';

import { z } from 'zod';
import { staffAction } from '@/auth/guards';
import { editedItem } from '@/features/revisions/item/queries';
import { changeCourseOf, publishWebinarCopy } from '@/features/webinars/admin/mutations';
import { RowId } from '@/lib/row-id';
import { CourseInput } from './input';

const id = RowId;
const item = (input: { id: number }) => editedItem({ of: 'resource', id: input.id });

export const publishWebinarAction = staffAction(
  {
    act: 'publish',
    input: z.strictObject({ id, lockVersion: z.int().min(0), withdrawn: z.boolean().default(false) }),
    item,
  },
  ({ person, input }) => publishWebinarCopy({ ...input, byId: person.id }),
);

/** Time, state, room, registration and recording of an announced webinar: public at once. */
export const changeCourseAction = staffAction(
  { act: 'change-course', input: CourseInput, item },
  ({ person, input: { id: webinarId, ...change } }) =>
    changeCourseOf({ id: webinarId, change, byId: person.id }),
);
