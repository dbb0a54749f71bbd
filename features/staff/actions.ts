'use server';

import { z } from 'zod';
import { staffAction } from '@/auth/guards';
import { signOut } from '@/auth/next-auth';
import { RowId } from '@/lib/row-id';
import { Invitation, Role } from './input';
import { changeRole, disableStaff, enableStaff, endSessions, inviteStaff } from './mutations';

const id = RowId;

export const inviteStaffAction = staffAction(
  { act: 'manage-people', input: Invitation },
  async ({ person, input }) => ({ id: await inviteStaff({ ...input, byId: person.id }) }),
);

export const changeRoleAction = staffAction(
  { act: 'manage-people', input: z.strictObject({ id, role: Role }) },
  ({ person, input }) => changeRole(input.id, input.role, { byId: person.id }),
);

export const disableStaffAction = staffAction(
  { act: 'manage-people', input: z.strictObject({ id }) },
  ({ person, input }) => disableStaff(input.id, { byId: person.id }),
);

export const enableStaffAction = staffAction(
  { act: 'manage-people', input: z.strictObject({ id }) },
  ({ person, input }) => enableStaff(input.id, { byId: person.id }),
);

export const endSessionsOfAction = staffAction(
  { act: 'manage-people', input: z.strictObject({ id }) },
  ({ person, input }) => endSessions({ staffId: input.id }, { byId: person.id }),
);

/** One's own. */
export const endSessionAction = staffAction(
  { act: 'be-staff', input: z.strictObject({ sessionId: id }) },
  ({ person, input }) => endSessions({ staffId: person.id, sessionId: input.sessionId }, { byId: person.id }),
);

export const signOutAction = staffAction(
  { act: 'be-staff', input: z.strictObject({}) },
  async () => void (await signOut({ redirect: false })),
);
