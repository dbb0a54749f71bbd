'use client';

import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { CalloutForm } from './callout-form';
import { FigureForm } from './figure-form';
import { LinkForm } from './link-form';
import { VideoForm } from './video-form';
import type { Target, Wish } from './wish';

type Props = {
  editor: Editor;
  wish: Wish;
  findTargets: (query: string) => Promise<Target[]>;
  onEnd: () => void;
};

const titles: Record<Wish['to'], string> = {
  link: 'Link',
  callout: 'Note, tip or warning',
  figure: 'Photo in the text',
  video: 'Video',
};

/** The one dialog of a text; Escape closes it, and the focus goes back into the text. */
export function WritingDialog({ editor, wish, findTargets, onEnd }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);

  function end() {
    box.current?.close();
  }

  return (
    <dialog
      ref={box}
      className="dialog"
      aria-label={titles[wish.to]}
      onKeyDown={(event) => {
        // It may stand within a form, which Enter is not to send.
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        if (event.target.type !== 'search') box.current?.querySelector<HTMLElement>('.button')?.click();
      }}
      onClose={() => {
        onEnd();
        editor.commands.focus();
      }}
    >
      <h2>{titles[wish.to]}</h2>
      <div className="mt-4">
        {wish.to === 'link' && <LinkForm editor={editor} findTargets={findTargets} onEnd={end} />}
        {wish.to === 'callout' && <CalloutForm editor={editor} onEnd={end} />}
        {wish.to === 'video' && <VideoForm editor={editor} onEnd={end} />}
        {wish.to === 'figure' && <FigureForm editor={editor} wish={wish} onEnd={end} />}
      </div>
    </dialog>
  );
}
