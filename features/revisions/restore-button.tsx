'use client';

import { ActionButton } from '@/components/admin/action-form';
import { restoreRevisionAction } from './actions';
import type { Owner } from './owner-name';

export function RestoreButton({ owner, number, base }: { owner: Owner; number: number; base: string }) {
  return (
    <ActionButton action={restoreRevisionAction} given={{ ...owner, number }} then={base} small={false}>
      Restore revision {number}
    </ActionButton>
  );
}
