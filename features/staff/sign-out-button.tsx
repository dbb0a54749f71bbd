'use client';

import { signOutAction } from './actions';

/** Ends the session of this browser. */
export function SignOutButton() {
  return (
    <button
      type="button"
      className="button-quiet button-small"
      onClick={async () => {
        await signOutAction({}).catch(() => undefined);
        location.assign('/sign-in');
      }}
    >
      Sign out
    </button>
  );
}
