'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { Fragment, type KeyboardEvent, type RefObject, useState } from 'react';
import { type Tool, toolsFor } from './tools';
import type { Wish } from './wish';

type Props = {
  ref: RefObject<HTMLDivElement | null>;
  editor: Editor;
  /** The id of the text that it is for. */
  textId: string;
  onWish: (wish: Wish) => void;
  onPhoto?: () => void;
};

/** The tools of a text: one stop for Tab, arrows between them (WAI-ARIA toolbar). */
export function Toolbar({ ref, editor, textId, onWish, onPhoto }: Props) {
  const [at, setAt] = useState(0);
  const groups = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      current ? toolsFor(current, { onWish, ...(onPhoto && { onPhoto }) }) : [],
    // Tools hold functions, which are new each time; what shows is what counts.
    equalityFn: (one, other) => signOf(one) === signOf(other ?? []),
  });
  const tools = groups.flat();
  const current = Math.min(at, Math.max(0, tools.length - 1));

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      return editor.commands.focus();
    }
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tools.length) % Math.max(1, tools.length);
    setAt(next);
    ref.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label="Tools for the text"
      aria-controls={textId}
      className="flex flex-wrap gap-x-3 gap-y-1 border-b border-hairline p-1.5"
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        <Fragment key={group[0]?.name}>
          <div className="flex flex-wrap gap-0.5">
            {group.map((tool) => (
              <ToolButton
                key={tool.name}
                tool={tool}
                stop={tools.indexOf(tool) === current}
                onFocus={() => setAt(tools.indexOf(tool))}
              />
            ))}
          </div>
        </Fragment>
      ))}
    </div>
  );
}

function ToolButton({ tool, stop, onFocus }: { tool: Tool; stop: boolean; onFocus: () => void }) {
  return (
    <button
      type="button"
      className={`writing-tool ${tool.on ? 'writing-tool-on' : ''}`}
      tabIndex={stop ? 0 : -1}
      aria-pressed={tool.on}
      aria-disabled={!tool.can}
      onFocus={onFocus}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => tool.can && tool.use()}
    >
      {tool.name}
    </button>
  );
}

const signOf = (groups: Tool[][]) =>
  groups
    .flat()
    .map(({ name, on, can }) => `${name}${on}${can}`)
    .join();
