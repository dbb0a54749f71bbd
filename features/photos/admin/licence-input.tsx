'use client';

import { useState } from 'react';
import { Field } from '@/components/admin/field';
import { isListed, licenceGroups } from './licence-choices';
import { TextInput } from './text-input';

type Props = {
  value: string;
  errors: { field: string; sentence: string }[];
  onChange: (key: string) => void;
};

const OTHER = 'other';

/** A licence by its plain name, or any other by its key. */
export function LicenceInput({ value, errors, onChange }: Props) {
  const [other, setOther] = useState(value !== '' && !isListed(value));
  const writes = other || (value !== '' && !isListed(value));
  const choose = (chosen: string) => {
    setOther(chosen === OTHER);
    onChange(chosen === OTHER ? '' : chosen);
  };
  const error = errors.find(({ field }) => field === 'credit.licence')?.sentence;
  return (
    <>
      <Field
        id={writes ? 'licence-choice' : 'credit.licence'}
        label="Licence"
        hint="As the photo’s own page says it. Leave it open when you do not know: nothing is guessed."
        error={writes ? undefined : error}
      >
        {(control) => (
          <select
            {...control}
            className="input"
            value={writes ? OTHER : value}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            <option value="">Not known</option>
            {licenceGroups.map(({ name, licences }) => (
              <optgroup key={name} label={name}>
                {licences.map((licence) => (
                  <option key={licence.key} value={licence.key}>
                    {licence.name}
                  </option>
                ))}
              </optgroup>
            ))}
            <option value={OTHER}>Another one, by its key</option>
          </select>
        )}
      </Field>
      {writes && (
        <TextInput
          id="credit.licence"
          label="Licence key"
          hint="As in the licence’s address: cc/by-sa/2.0/uk for creativecommons.org/licenses/by-sa/2.0/uk."
          value={value}
          errors={errors}
          onText={onChange}
        />
      )}
    </>
  );
}
