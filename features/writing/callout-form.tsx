'use client';

import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Field } from '@/components/admin/field';
import { DialogButtons } from './dialog-buttons';

const tones = { note: 'Note', tip: 'Tip', warning: 'Take care' } as const;
type Tone = keyof typeof tones;

/** A marked-off part: of what tone, and under which title. */
export function CalloutForm({ editor, onEnd }: { editor: Editor; onEnd: () => void }) {
  const inside = editor.isActive('callout');
  const present = editor.getAttributes('callout') as { tone?: Tone; title?: string | null };
  const [tone, setTone] = useState<Tone>(present.tone ?? 'note');
  const [title, setTitle] = useState(present.title ?? '');

  function put() {
    const attrs = { tone, title: title.trim() || null };
    const chain = editor.chain().focus();
    if (inside) chain.updateAttributes('callout', attrs).run();
    else if (!chain.wrapIn('callout', attrs).run())
      editor
        .chain()
        .focus()
        .insertContent({ type: 'callout', attrs, content: [{ type: 'paragraph' }] })
        .run();
    onEnd();
  }

  return (
    <>
      <Field id="callout-tone" label="Tone">
        {(control) => (
          <select
            {...control}
            className="input"
            value={tone}
            onChange={({ target }) => setTone(target.value as Tone)}
          >
            {Object.entries(tones).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="callout-title" label="Title" hint={`If it is empty, the title is “${tones[tone]}”.`}>
        {(control) => (
          <input
            {...control}
            className="input"
            dir="auto"
            maxLength={120}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <DialogButtons submit={inside ? 'Change it' : 'Put it around the text'} onSubmit={put} onEnd={onEnd}>
        {inside && (
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              editor.chain().focus().lift('callout').run();
              onEnd();
            }}
          >
            Take it away, keep the text
          </button>
        )}
      </DialogButtons>
    </>
  );
}
