'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { changeTopicOfManyAction, trashResourcesAction, untrashResourceAction } from '../actions';

type Props = {
  items: { id: number; title: string }[];
  /** What stands beside each box. */
  lines: ReactNode[];
  topics: { value: string; name: string }[];
  mayTrash: boolean;
  inTrash: boolean;
};

/** A list of which several can be ticked, and what can be done with them at once. */
export function BulkForm({ items, lines, topics, mayTrash, inTrash }: Props) {
  const router = useRouter();
  const [ticked, setTicked] = useState<number[]>([]);
  const [topic, setTopic] = useState(topics[0]?.value ?? '');
  const [said, setSaid] = useState('');
  const chosen = items.filter(({ id }) => ticked.includes(id)).map(({ id }) => id);

  async function act(done: string, doIt: () => Promise<{ refused?: { sentence: string } | undefined }>) {
    if (chosen.length === 0) return setSaid('Tick what you mean first.');
    setSaid('Working …');
    const answer = await doIt().catch(() => ({
      refused: { sentence: 'The server did not answer. Try again.' },
    }));
    setSaid(answer.refused?.sentence ?? done);
    if (answer.refused) return;
    setTicked([]);
    router.refresh();
  }

  const many = (ids: number[]) => (ids.length === 1 ? '1 page' : `${ids.length} pages`);
  return (
    <div className="mt-4">
      <ul className="divide-y divide-hairline border-y border-hairline">
        {items.map((item, index) => (
          <li key={item.id} className="flex items-start gap-4 py-3">
            {mayTrash && (
              <input
                type="checkbox"
                className="mt-0.5 size-6 flex-none"
                aria-label={`Tick ${item.title}`}
                checked={ticked.includes(item.id)}
                onChange={({ target }) =>
                  setTicked(target.checked ? [...ticked, item.id] : ticked.filter((id) => id !== item.id))
                }
              />
            )}
            <div className="min-w-0 grow">{lines[index]}</div>
          </li>
        ))}
      </ul>
      {mayTrash && (
        <fieldset className="mt-4">
          <legend className="legend">With those that are ticked</legend>
          <div className="mt-2 flex flex-wrap items-center gap-3">
            {inTrash ? (
              <button
                type="button"
                className="button-quiet"
                onClick={() =>
                  act(`${many(chosen)} restored.`, async () => {
                    for (const id of chosen) {
                      const answer = await untrashResourceAction({ id });
                      if (answer.refused) return answer;
                    }
                    return {};
                  })
                }
              >
                Restore
              </button>
            ) : (
              <>
                <label className="flex flex-wrap items-center gap-2">
                  Topic
                  <select
                    className="input mt-0 w-auto max-w-full"
                    value={topic}
                    onChange={({ target }) => setTopic(target.value)}
                  >
                    {topics.map(({ value, name }) => (
                      <option key={value} value={value}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
                {[true, false].map((add) => (
                  <button
                    key={String(add)}
                    type="button"
                    className="button-quiet"
                    onClick={() =>
                      act(`${many(chosen)} changed. Visitors see it when each is published.`, () =>
                        changeTopicOfManyAction({ ids: chosen, topicId: Number(topic), add }),
                      )
                    }
                  >
                    {add ? 'Add the topic' : 'Remove the topic'}
                  </button>
                ))}
                <button
                  type="button"
                  className="button-quiet button-danger"
                  onClick={() =>
                    act(`${many(chosen)} put into the trash, where they stay for 30 days.`, () =>
                      trashResourcesAction({ ids: chosen }),
                    )
                  }
                >
                  Put into the trash
                </button>
              </>
            )}
          </div>
        </fieldset>
      )}
      <p role="status" className="meta mt-2 min-h-6">
        {said}
      </p>
    </div>
  );
}
