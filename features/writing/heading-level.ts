import type { Editor } from '@tiptap/core';

/** How deep a heading at the cursor may be: one below the nearest above it. The page's own heading is the first. */
export function deepestLevel({ state }: Pick<Editor, 'state'>): number {
  let level = 1;
  const start = state.selection.$from.before(1);
  state.doc.forEach((node, offset) => {
    if (offset < start && node.type.name === 'heading') level = Number(node.attrs.level);
  });
  return level + 1;
}
