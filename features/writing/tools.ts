import type { Editor } from '@tiptap/react';
import { deepestLevel } from './heading-level';
import type { Wish } from './wish';

export type Tool = {
  /** Its words on the button. */
  name: string;
  /** Whether it holds at the cursor; of what is done once, nothing. */
  on?: boolean;
  can: boolean;
  use: () => void;
};

type Doing = { onWish: (wish: Wish) => void; onPhoto?: () => void };

/** The tools that make sense where the cursor is. */
export function toolsFor(editor: Editor, { onWish, onPhoto }: Doing): Tool[][] {
  const chain = () => editor.chain().focus();
  const inTable = editor.isActive('table');
  return [
    [
      { name: 'Bold', on: editor.isActive('bold'), can: true, use: () => chain().toggleBold().run() },
      { name: 'Italic', on: editor.isActive('italic'), can: true, use: () => chain().toggleItalic().run() },
      { name: 'Link', on: editor.isActive('link'), can: true, use: () => onWish({ to: 'link' }) },
    ],
    ([2, 3, 4] as const).map((level) => ({
      name: headingNames[level],
      on: editor.isActive('heading', { level }),
      can: level <= deepestLevel(editor),
      use: () => chain().toggleHeading({ level }).run(),
    })),
    [
      {
        name: 'List',
        on: editor.isActive('bulletList'),
        can: true,
        use: () => chain().toggleBulletList().run(),
      },
      {
        name: 'Numbers',
        on: editor.isActive('orderedList'),
        can: true,
        use: () => chain().toggleOrderedList().run(),
      },
      {
        name: 'Quote',
        on: editor.isActive('blockquote'),
        can: true,
        use: () => chain().toggleWrap('blockquote').run(),
      },
      { name: 'Note', on: editor.isActive('callout'), can: true, use: () => onWish({ to: 'callout' }) },
    ],
    [
      ...(onPhoto ? [{ name: 'Photo', can: true, use: onPhoto }] : []),
      {
        name: 'Table',
        can: !inTable,
        use: () => chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
      },
      { name: 'Video', can: true, use: () => onWish({ to: 'video' }) },
    ],
    [
      { name: 'Undo', can: editor.can().undo(), use: () => chain().undo().run() },
      { name: 'Redo', can: editor.can().redo(), use: () => chain().redo().run() },
    ],
    ...(inTable
      ? [
          [
            { name: 'Add row', can: true, use: () => chain().addRowAfter().run() },
            { name: 'Remove row', can: true, use: () => chain().deleteRow().run() },
            { name: 'Add column', can: true, use: () => chain().addColumnAfter().run() },
            { name: 'Remove column', can: true, use: () => chain().deleteColumn().run() },
            { name: 'Heading row', can: true, use: () => chain().toggleHeaderRow().run() },
            { name: 'Remove table', can: true, use: () => chain().deleteTable().run() },
          ],
        ]
      : []),
  ];
}

const headingNames = { 2: 'Heading', 3: 'Subheading', 4: 'Minor heading' } as const;
