'use client';

import { ActionButton, ActionField, ActionForm } from '@/components/admin/action-form';
import {
  changeRoleAction,
  disableStaffAction,
  enableStaffAction,
  endSessionsOfAction,
  inviteStaffAction,
} from './actions';
import { roleMeanings, roleNames } from './input';

type Role = keyof typeof roleNames;
const roles = (Object.keys(roleNames) as Role[]).map((value) => ({
  value,
  name: `${roleNames[value]}: ${roleMeanings[value]}`,
}));

export function InviteForm() {
  return (
    <ActionForm action={inviteStaffAction} submit="Invite" done="Invited. The mail is on its way.">
      <ActionField name="name" label="Name" autoComplete="off" />
      <ActionField name="mail" label="Mail address" type="email" autoComplete="off" />
      <ActionField name="role" label="Role" choices={roles} />
    </ActionForm>
  );
}

type Props = { person: { id: number; name: string; role: Role; disabled: boolean; sessions: number } };

/** What an admin can do about somebody. */
export function PersonControls({ person: { id, name, role, disabled, sessions } }: Props) {
  return (
    <div className="mt-2 flex flex-wrap gap-x-4 gap-y-2">
      {(Object.keys(roleNames) as Role[])
        .filter((each) => each !== role && !disabled)
        .map((each) => (
          <ActionButton key={each} action={changeRoleAction} given={{ id, role: each }}>
            Make {roleNames[each].toLowerCase()}
            <span className="sr-only">: {name}</span>
          </ActionButton>
        ))}
      {sessions > 0 && (
        <ActionButton
          action={endSessionsOfAction}
          given={{ id }}
          ask={{ question: `Sign ${name} out everywhere?`, yes: 'Sign out everywhere' }}
        >
          Sign out everywhere<span className="sr-only">: {name}</span>
        </ActionButton>
      )}
      {disabled ? (
        <ActionButton action={enableStaffAction} given={{ id }}>
          Enable<span className="sr-only">: {name}</span>
        </ActionButton>
      ) : (
        <ActionButton
          action={disableStaffAction}
          given={{ id }}
          danger
          ask={{
            question: `Disable ${name}? They are signed out at once and cannot sign in. What they wrote stays.`,
            yes: 'Disable',
          }}
        >
          Disable<span className="sr-only">: {name}</span>
        </ActionButton>
      )}
    </div>
  );
}
