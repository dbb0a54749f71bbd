'use client';

import { ActionButton } from '@/components/admin/action-form';
import { retryMailAction } from './actions';

/** `about` tells the buttons of a list apart for who hears them. */
export function RetryButton({ id, about, uncertain }: { id: number; about: string; uncertain: boolean }) {
  return (
    <ActionButton
      action={retryMailAction}
      given={{ id }}
      {...(uncertain && {
        ask: { question: 'It may have arrived already. Send it again?', yes: 'Send it again' },
      })}
    >
      Send again<span className="sr-only">: {about}</span>
    </ActionButton>
  );
}
