'use client';

import { ActionButton } from '@/components/admin/action-form';
import { endSessionAction } from './actions';

export function EndSessionButton({ sessionId, name }: { sessionId: number; name: string }) {
  return (
    <ActionButton action={endSessionAction} given={{ sessionId }}>
      Sign out<span className="sr-only"> of {name}</span>
    </ActionButton>
  );
}
