'use client';

import { Field } from '@/components/admin/field';
import type { CreditFields } from '../credit-fields';
import { CreatorsInput } from './creators-input';
import { LicenceInput } from './licence-input';
import { TextInput } from './text-input';

type Props = {
  credit: CreditFields;
  errors: { field: string; sentence: string }[];
  onChange: (part: Partial<CreditFields>) => void;
};

/** The fields of a credit, in the order in which it is printed. */
export function CreditInputs({ credit, errors, onChange }: Props) {
  const line = (name: 'title' | 'sourceName' | 'changes' | 'copyright' | 'permissionFrom') => ({
    id: `credit.${name}`,
    value: credit[name],
    errors,
    onText: (text: string) => onChange({ [name]: text }),
  });
  return (
    <>
      <Field id="credit.kind" label="Kind">
        {(control) => (
          <select
            {...control}
            className="input"
            value={credit.kind}
            onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as CreditFields['kind'] })}
          >
            {Object.entries(kindNames).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextInput
        label="Title"
        hint="Optional: what its maker calls it, not a description."
        {...line('title')}
      />
      <CreatorsInput
        creators={credit.creators}
        errors={errors}
        onChange={(creators) => onChange({ creators })}
      />
      <TextInput
        label="Source"
        hint="Where it was found: Flickr, an archive, a library."
        {...line('sourceName')}
      />
      <TextInput
        id="credit.sourceUrl"
        label="Address of the source"
        hint="The photo’s own page there, not the file."
        type="url"
        value={credit.sourceUrl}
        errors={errors}
        onText={(sourceUrl) => onChange({ sourceUrl })}
      />
      <LicenceInput value={credit.licence} errors={errors} onChange={(licence) => onChange({ licence })} />
      <TextInput
        label="Changes"
        hint="Optional: what was done to it, such as “cropped”."
        {...line('changes')}
      />
      <TextInput
        label="Copyright notice"
        hint="Optional: as its owner wrote it, such as “© 2019 Jan Andersen”."
        {...line('copyright')}
      />
      <TextInput
        label="Permission from"
        hint="Optional: who allowed us to show it."
        {...line('permissionFrom')}
      />
      <div className="field">
        <label className="check">
          <input
            type="checkbox"
            checked={credit.courtesy}
            onChange={({ currentTarget }) => onChange({ courtesy: currentTarget.checked })}
          />
          <span>Shown by courtesy: the line says “courtesy of”</span>
        </label>
      </div>
    </>
  );
}

const kindNames: Record<CreditFields['kind'], string> = {
  photo: 'Photo',
  image: 'Image',
  illustration: 'Illustration',
  'ai-generated': 'Made by a machine',
  unknown: 'Not said: the line begins without a word for it',
};
