'use client';

import { useState } from 'react';
import type { ResourcePart } from './form-part';

/** The topics that list it, in the order of the tree; the first that was chosen is the main one unless another is named. */
export function TopicsField({ draft, update, errorOf, choices: { topics } }: ResourcePart) {
  const [filter, setFilter] = useState('');
  const { topicIds } = draft;
  const wanted = filter.trim().toLowerCase();
  const ordered = inTreeOrder(topics);
  const shown = ordered.filter(
    ({ id, title }) => topicIds.includes(id) || title.toLowerCase().includes(wanted),
  );

  const toggle = (id: number, on: boolean) =>
    update({ topicIds: on ? [...topicIds, id] : topicIds.filter((one) => one !== id) });
  const makeMain = (id: number) => update({ topicIds: [id, ...topicIds.filter((one) => one !== id)] });

  return (
    <fieldset className="field-group" id="topics" tabIndex={-1}>
      <legend className="legend">Topics</legend>
      <p className="hint">On whose pages it is listed. The main one stands above the title.</p>
      {errorOf('topics') && <p className="error">{errorOf('topics')}</p>}
      {topics.length === 0 ? (
        <p className="mt-2">There is no topic yet. An editor can begin one.</p>
      ) : (
        <>
          {topics.length > 12 && (
            <label className="mt-2 block">
              <span className="meta">Find a topic</span>
              <input
                type="search"
                className="input max-w-80"
                value={filter}
                onChange={({ target }) => setFilter(target.value)}
              />
            </label>
          )}
          <ul className="mt-2 max-h-80 overflow-y-auto border-y border-hairline py-1">
            {shown.map(({ id, title, depth }) => {
              const on = topicIds.includes(id);
              return (
                <li
                  key={id}
                  className="flex flex-wrap items-center gap-x-6 py-0.5"
                  style={{ paddingInlineStart: `${Math.min(depth, 3) * 1.5}rem` }}
                >
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={on}
                      onChange={({ target }) => toggle(id, target.checked)}
                    />
                    {title}
                  </label>
                  {on && topicIds.length > 1 && (
                    <label className="check meta">
                      <input
                        type="radio"
                        name="main-topic"
                        checked={topicIds[0] === id}
                        onChange={() => makeMain(id)}
                      />
                      main<span className="sr-only"> topic: {title}</span>
                    </label>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </fieldset>
  );
}

type Topic = ResourcePart['choices']['topics'][number];

/** Each topic before those below it, with how deep it stands. */
function inTreeOrder(topics: Topic[]): (Topic & { depth: number })[] {
  const known = new Set(topics.map(({ id }) => id));
  const below = (parentId: number | null, depth: number): (Topic & { depth: number })[] =>
    topics
      .filter((topic) =>
        parentId === null
          ? topic.parentId === null || !known.has(topic.parentId)
          : topic.parentId === parentId,
      )
      .flatMap((topic) => [{ ...topic, depth }, ...below(topic.id, depth + 1)]);
  return below(null, 0);
}
