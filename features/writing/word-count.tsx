'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { readingTime, wordCount } from '@/lib/reading-time';

/** How long the text is, as one writes. */
export function WordCount({ editor }: { editor: Editor }) {
  const words = useEditorState({
    editor,
    selector: ({ editor: current }) => wordCount(current.getText({ blockSeparator: ' ' })),
  });
  return (
    <p className="meta border-t border-hairline px-3 py-1">
      {words === 1 ? '1 word' : `${words} words`}
      {words > 0 ? `, read in ${readingTime(words)}` : ''}
    </p>
  );
}
