'use client';

import type { TopicPart } from './form-part';
import { ChoiceField, LineField } from './line-field';

const kinds = [
  { value: 'subject', name: 'Subject' },
  { value: 'project', name: 'Project' },
  { value: 'series', name: 'Series' },
];
const hues = ['teal', 'rust', 'moss', 'plum', 'indigo', 'ochre'] as const;

/** Where a topic stands in the tree, and its colour. */
export function TopicFields({ draft, update, errorOf, choices: { topics } }: TopicPart) {
  return (
    <>
      <div className="field-group grid gap-4 md:grid-cols-2">
        <ChoiceField
          id="kind"
          label="Kind"
          value={draft.kind}
          onChange={(kind) => update({ kind: kind as typeof draft.kind })}
          choices={kinds}
        />
        <ChoiceField
          id="parentId"
          label="Below"
          error={errorOf('parentId')}
          value={String(draft.parentId ?? '')}
          onChange={(id) => update({ parentId: id ? Number(id) : null })}
          choices={[
            { value: '', name: 'Nothing: it stands at the top' },
            ...topics.map(({ id, title }) => ({ value: String(id), name: title })),
          ]}
        />
        <LineField
          id="position"
          type="number"
          label="Place among its neighbours"
          hint="Smaller numbers come first."
          value={String(draft.position)}
          onChange={(value) => /^\d{0,4}$/.test(value) && update({ position: Number(value) })}
        />
      </div>
      <fieldset className="field-group" id="hue" tabIndex={-1}>
        <legend className="legend">Colour</legend>
        <p className="hint">Of its label and the line above its headline.</p>
        <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
          {hues.map((hue) => (
            <label key={hue} className={`check hue-${hue}`}>
              <input type="radio" name="hue" checked={draft.hue === hue} onChange={() => update({ hue })} />
              <span className="border-b-4 border-[var(--hue)]">
                {hue.charAt(0).toUpperCase() + hue.slice(1)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
