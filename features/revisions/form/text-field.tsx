'use client';

import { usePhotoChooser } from '@/features/photos/admin/photo-chooser';
import { WritingField } from '@/features/writing/writing-field';
import type { DraftTree } from '@/lib/text-tree';
import { findTargetsAction } from '../actions';
import type { Choices } from './form-part';

type Props = {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: DraftTree;
  onChange: (tree: DraftTree) => void;
  photos: Choices['photos'];
};

/** The text itself, with the site's pages and photos at hand. */
export function TextField(props: Props) {
  const { choose, dialog } = usePhotoChooser();
  return (
    <div className="field">
      <WritingField id="text" {...props} findTargets={findTargets} choosePhoto={choose} />
      {dialog}
    </div>
  );
}

async function findTargets(query: string) {
  const answer = await findTargetsAction({ query });
  return answer.done ?? [];
}
