'use client';

import { ActionButton } from '@/components/admin/action-form';
import { deletePhotoAction } from '../actions';

export function DeletePhotoButton({ id }: { id: number }) {
  return (
    <ActionButton
      action={deletePhotoAction}
      given={{ id }}
      danger
      small={false}
      then="/admin/photos"
      ask={{ question: 'Delete this photo and its credit? This cannot be undone.', yes: 'Delete it' }}
    >
      Delete this photo
    </ActionButton>
  );
}
