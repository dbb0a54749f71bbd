'use client';

import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { DialogButtons } from './dialog-buttons';
import { UseFields, type UseWords } from './use-fields';
import type { Wish } from './wish';

type Props = { editor: Editor; wish: Extract<Wish, { to: 'figure' }>; onEnd: () => void };

/** What one appearance of a photo says. */
export function FigureForm({ editor, wish, onEnd }: Props) {
  const node = wish.position === undefined ? null : editor.state.doc.nodeAt(wish.position);
  const [words, setWords] = useState<UseWords>({
    alt: node?.attrs.alt ?? wish.photo?.alt ?? '',
    decorative: node?.attrs.decorative ?? false,
    caption: node?.attrs.caption ?? '',
  });

  function put() {
    const attrs = {
      alt: words.decorative ? null : words.alt.trim() || null,
      decorative: words.decorative,
      caption: words.caption.trim() || null,
    };
    const { position } = wish;
    if (position !== undefined)
      editor
        .chain()
        .command(({ tr }) => {
          tr.setNodeMarkup(position, undefined, { ...node?.attrs, ...attrs });
          return true;
        })
        .run();
    else
      editor
        .chain()
        .focus()
        .insertContent({ type: 'figure', attrs: { photoId: wish.photo?.id, ...attrs } })
        .run();
    onEnd();
  }

  return (
    <>
      <UseFields id="figure" words={words} onChange={setWords} />
      <DialogButtons submit={node ? 'Change it' : 'Put the photo here'} onSubmit={put} onEnd={onEnd} />
    </>
  );
}
