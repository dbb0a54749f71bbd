'use client';

import type { ResourcePart } from './form-part';
import { ChoiceField, LineField } from './line-field';

/** The days that it bears, and when somebody looks at it again. */
export function DatesFields({ kind, draft, update, errorOf, choices: { licences } }: ResourcePart) {
  const day = (field: 'day' | 'correctedOn' | 'reviewedOn' | 'reviewDueOn', label: string, hint?: string) => (
    <LineField
      id={field}
      type="date"
      label={label}
      hint={hint}
      error={errorOf(field)}
      value={draft[field]}
      onChange={(value) => update({ [field]: value })}
    />
  );
  return (
    <div className="field-group grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
      {kind !== 'webinar' && day('day', 'Date published', 'Lists are ordered by it.')}
      {day('correctedOn', 'Corrected on')}
      {day('reviewedOn', 'Reviewed on')}
      {day('reviewDueOn', 'To be reviewed on', 'The desk reminds you.')}
      <ChoiceField
        id="textLicence"
        label="Licence of the text"
        error={errorOf('textLicence')}
        value={draft.textLicence}
        onChange={(textLicence) => update({ textLicence })}
        choices={[
          { value: '', name: 'None: all rights reserved' },
          ...licences.map(({ key, name }) => ({ value: key, name })),
        ]}
      />
    </div>
  );
}
