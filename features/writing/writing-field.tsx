'use client';

import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { DraftTree } from '@/lib/text-tree';
import { WritingDialog } from './dialogs';
import { extensionsFor } from './extensions';
import type { KnownPhotos } from './figure-node';
import { treeOfPasted } from './pasted';
import { Toolbar } from './toolbar';
import { fromField, toField } from './tree-json';
import type { ChosenPhoto, Target, Wish } from './wish';
import { WordCount } from './word-count';

type Props = {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  /** What it begins with; another `key` begins anew. */
  value: DraftTree;
  onChange: (tree: DraftTree) => void;
  findTargets: (query: string) => Promise<Target[]>;
  choosePhoto?: () => Promise<ChosenPhoto | null>;
  photos: KnownPhotos;
};

/** Where a text is written: a tree in, a tree out at every change. */
export function WritingField({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  findTargets,
  choosePhoto,
  photos,
}: Props) {
  const known = useRef<KnownPhotos>(photos);
  known.current = { ...known.current, ...photos };
  const tell = useRef(onChange);
  tell.current = onChange;
  const [wish, setWish] = useState<Wish | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const escaped = useRef(false);
  const toolbar = useRef<HTMLDivElement>(null);
  const extensions = useMemo(
    () =>
      extensionsFor({ photos: () => known.current, edit: (position) => setWish({ to: 'figure', position }) }),
    [],
  );
  const described = [`${id}-keys`, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const current = useRef<Editor | null>(null);
  const editor = useEditor({
    immediatelyRender: false,
    textDirection: 'auto',
    extensions,
    content: toField(value),
    editorProps: {
      attributes: {
        id,
        class: 'prose writing-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${id}-label`,
        'aria-describedby': described,
        spellcheck: 'true',
        ...(error && { 'aria-invalid': 'true' }),
      },
      handleDOMEvents: {
        // A list and a table take Tab for themselves; after Escape it is the browser's.
        keydown: (_view, { key }) => {
          const leaves = key === 'Tab' && escaped.current;
          escaped.current = key === 'Escape';
          return leaves;
        },
      },
      handlePaste: (_view, event) => {
        const html = event.clipboardData?.getData('text/html') ?? '';
        const plain = event.clipboardData?.getData('text/plain') ?? '';
        if (!html && /\n\s*\n/.test(plain))
          return current.current?.chain().focus().insertContent(paragraphsOf(plain)).run() ?? false;
        // What was copied from this field is taken as it is.
        if (!html || html.includes('data-pm-slice')) return false;
        const { content } = treeOfPasted(html);
        const [only] = content;
        if (!only) return false;
        const line = content.length === 1 && only.type === 'paragraph' ? only.content : undefined;
        const inserted = line ?? toField({ type: 'doc', content }).content ?? [];
        return current.current?.chain().focus().insertContent(inserted).run() ?? false;
      },
    },
    onUpdate: ({ editor: changed }) => {
      const tree = fromField(changed.getJSON());
      setUnsaved(!tree);
      if (tree) tell.current(tree);
    },
  });

  current.current = editor;

  /** The keys that lead between the text and its tools. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'F10' && event.altKey) {
      event.preventDefault();
      toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the text and its toolbar within
    <div className={error ? 'field-wrong' : ''} onKeyDown={onKeyDown}>
      <p id={`${id}-label`} className="label">
        {label}
      </p>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <p id={`${id}-keys`} className="sr-only">
        Alt and F10 lead to the tools, Escape leads back. Tab leaves the text; in a list or a table it goes to
        the next place, and Escape before it leaves from there too.
      </p>
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
      {unsaved && (
        <p className="error" role="alert">
          A part of this text is too long to be saved. Shorten what you put in last.
        </p>
      )}
      <div className="mt-1 rounded-control border border-control bg-surface">
        {editor && (
          <Toolbar
            ref={toolbar}
            editor={editor}
            textId={id}
            onWish={setWish}
            {...(choosePhoto && {
              onPhoto: async () => {
                const photo = await choosePhoto();
                if (!photo) return;
                known.current = {
                  ...known.current,
                  [photo.id]: { thumbnail: photo.thumbnail, credit: photo.credit },
                };
                setWish({ to: 'figure', photo });
              },
            })}
          />
        )}
        <EditorContent editor={editor} />
        {editor && <WordCount editor={editor} />}
      </div>
      {editor && wish && (
        <WritingDialog editor={editor} wish={wish} findTargets={findTargets} onEnd={() => setWish(null)} />
      )}
    </div>
  );
}

/** Blank lines part paragraphs, other line ends are breaks within them. */
const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim())
    .map((part) => ({
      type: 'paragraph',
      content: part
        .trim()
        .split('\n')
        .flatMap((line, index) => [
          ...(index > 0 ? [{ type: 'hardBreak' }] : []),
          ...(line.trim() ? [{ type: 'text', text: line.trim() }] : []),
        ]),
    }));
