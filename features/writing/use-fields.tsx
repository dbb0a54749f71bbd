'use client';

import { Field } from '@/components/admin/field';

export type UseWords = { alt: string; decorative: boolean; caption: string };

type Props = { id: string; words: UseWords; onChange: (words: UseWords) => void; error?: string | undefined };

/** Alternative text or decorative, and a caption: chosen for each appearance of a photo. */
export function UseFields({ id, words, onChange, error }: Props) {
  return (
    <>
      <fieldset className="field-group">
        <legend className="legend">What the photo says here</legend>
        <label className="check mt-1">
          <input
            type="radio"
            name={`${id}-meaning`}
            checked={!words.decorative}
            onChange={() => onChange({ ...words, decorative: false })}
          />
          It shows something that the text does not say
        </label>
        <label className="check">
          <input
            type="radio"
            name={`${id}-meaning`}
            checked={words.decorative}
            onChange={() => onChange({ ...words, decorative: true })}
          />
          It is decorative: without it nothing is missing
        </label>
      </fieldset>
      {!words.decorative && (
        <Field
          id={`${id}-alt`}
          label="Alternative text"
          hint="What matters of it here, for those who do not see it. Not “photo of”, no file name."
          error={error}
        >
          {(control) => (
            <textarea
              {...control}
              className="input"
              dir="auto"
              maxLength={2000}
              value={words.alt}
              onChange={({ target }) => onChange({ ...words, alt: target.value })}
            />
          )}
        </Field>
      )}
      <Field id={`${id}-caption`} label="Caption" hint="Stands under the photo, before its credit.">
        {(control) => (
          <input
            {...control}
            className="input"
            dir="auto"
            maxLength={2000}
            value={words.caption}
            onChange={({ target }) => onChange({ ...words, caption: target.value })}
          />
        )}
      </Field>
    </>
  );
}
