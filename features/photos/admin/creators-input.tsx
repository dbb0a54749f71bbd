'use client';

import { inPlace } from '@/components/ui/in-place';
import { TextInput } from './text-input';

type Creator = { name: string; url: string };
type Props = {
  creators: Creator[];
  errors: { field: string; sentence: string }[];
  onChange: (creators: Creator[]) => void;
};

const nameId = (index: number) => `credit.creators.${index}.name`;

/** Who made it, in the order of the credit line: a row each, with a name and perhaps a page of theirs. */
export function CreatorsInput({ creators, errors, onChange }: Props) {
  const rows = creators.length > 0 ? creators : [{ name: '', url: '' }];
  const change = (index: number, part: Partial<Creator>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const add = () => {
    onChange([...rows, { name: '', url: '' }]);
    focusSoon(nameId(rows.length));
  };
  const remove = (index: number) => {
    onChange(rows.filter((_, at) => at !== index));
    focusSoon(nameId(Math.max(0, index - 1)));
  };
  return (
    <fieldset className="field-group">
      <legend className="legend">Made by</legend>
      <p className="hint">A person or an organisation, as they want to be named.</p>
      {inPlace(
        rows.map((row, index) => ({ row, index })),
        ({ row, index }) => (
          <div className="mt-3 border-s-2 border-hairline ps-4">
            <TextInput
              id={nameId(index)}
              label={rows.length > 1 ? `Name of maker ${index + 1}` : 'Name'}
              value={row.name}
              errors={errors}
              onText={(name) => change(index, { name })}
            />
            <TextInput
              id={`credit.creators.${index}.url`}
              label={rows.length > 1 ? `Page of maker ${index + 1}` : 'Their page'}
              hint="Optional: the address their name leads to."
              type="url"
              value={row.url}
              errors={errors}
              onText={(url) => change(index, { url })}
            />
            {rows.length > 1 && (
              <button type="button" className="button-quiet button-small mt-3" onClick={() => remove(index)}>
                Remove maker {index + 1}
              </button>
            )}
          </div>
        ),
      )}
      <button type="button" className="button-quiet button-small mt-3" onClick={add}>
        Add a maker
      </button>
    </fieldset>
  );
}

/** When the rows have been drawn. */
const focusSoon = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());
