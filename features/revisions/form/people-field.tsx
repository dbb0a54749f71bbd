'use client';

import type { PersonDraft } from '../draft';
import type { ResourcePart } from './form-part';
import { ChoiceField, LineField } from './line-field';
import { Rows } from './rows';

const empty: PersonDraft = { name: '', affiliation: '', url: '', staffId: null };

/** Authors or presenters; a name that is known brings its affiliation and link along. */
export function PeopleField({ kind, draft, update, errorOf, choices: { people, staff } }: ResourcePart) {
  const isWebinar = kind === 'webinar';
  return (
    <Rows
      id="people"
      legend={isWebinar ? 'Presenters' : 'Authors'}
      error={errorOf('people')}
      word={isWebinar ? 'presenter' : 'author'}
      rows={draft.people}
      empty={empty}
      onChange={(rows) => update({ people: rows })}
      adding={
        <datalist id="known-people">
          {people.map(({ name, affiliation, url }) => (
            <option key={`${name} ${affiliation} ${url}`} value={name}>
              {affiliation}
            </option>
          ))}
        </datalist>
      }
    >
      {(person, index, change) => (
        <div className="grid gap-3 md:grid-cols-2">
          <LineField
            id={`people.${index}.name`}
            most={200}
            label="Name"
            list="known-people"
            error={errorOf(`people.${index}.name`)}
            value={person.name}
            onChange={(name) => {
              const known = people.find((one) => one.name === name);
              const isNew = !person.affiliation && !person.url;
              change({ name, ...(known && isNew && { affiliation: known.affiliation, url: known.url }) });
            }}
          />
          <LineField
            id={`people.${index}.affiliation`}
            most={200}
            label="Library or organisation"
            value={person.affiliation}
            onChange={(affiliation) => change({ affiliation })}
          />
          <LineField
            id={`people.${index}.url`}
            label="Link"
            type="url"
            error={errorOf(`people.${index}.url`)}
            value={person.url}
            onChange={(url) => change({ url })}
          />
          <ChoiceField
            id={`people.${index}.staffId`}
            label="Staff account"
            hint="May write on this as well."
            value={String(person.staffId ?? '')}
            onChange={(id) => change({ staffId: id ? Number(id) : null })}
            choices={[
              { value: '', name: 'None' },
              ...staff.map(({ id, name }) => ({ value: String(id), name })),
            ]}
          />
        </div>
      )}
    </Rows>
  );
}
