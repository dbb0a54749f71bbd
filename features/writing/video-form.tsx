'use client';

import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Field } from '@/components/admin/field';
import { DialogButtons } from './dialog-buttons';
import { videoAt } from './video-address';

/** A video by its address; nothing of its site is contacted until a visitor starts it. */
export function VideoForm({ editor, onEnd }: { editor: Editor; onEnd: () => void }) {
  const [address, setAddress] = useState('');
  const [title, setTitle] = useState('');
  const [errors, setErrors] = useState<{ address?: string; title?: string }>({});

  function put() {
    const video = videoAt(address);
    const wrong = {
      ...(!video && { address: 'Only videos on YouTube and Vimeo can be shown. Paste the address of one.' }),
      ...(!title.trim() && { title: 'Write the title of the video, for those who cannot see it.' }),
    };
    setErrors(wrong);
    if (!video || !title.trim()) return;
    editor
      .chain()
      .focus()
      .insertContent({ type: 'video', attrs: { ...video, title: title.trim().slice(0, 200) } })
      .run();
    onEnd();
  }

  return (
    <>
      <Field id="video-address" label="Address" hint="On YouTube or Vimeo." error={errors.address}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        )}
      </Field>
      <Field id="video-title" label="Title" error={errors.title}>
        {(control) => (
          <input
            {...control}
            className="input"
            dir="auto"
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <DialogButtons submit="Put the video here" onSubmit={put} onEnd={onEnd} />
    </>
  );
}
