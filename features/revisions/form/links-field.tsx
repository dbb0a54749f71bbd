'use client';

import type { ResourcePart } from './form-part';
import { LineField } from './line-field';
import { Rows } from './rows';

/** Links to elsewhere, under the text. */
export function LinksField({ draft, update, errorOf }: ResourcePart) {
  return (
    <Rows
      id="links"
      legend="Related links"
      error={errorOf('links')}
      word="related link"
      rows={draft.links}
      empty={{ title: '', url: '' }}
      onChange={(links) => update({ links })}
    >
      {(link, index, change) => (
        <div className="grid gap-3 md:grid-cols-2">
          <LineField
            id={`links.${index}.title`}
            most={300}
            label="Title"
            error={errorOf(`links.${index}.title`)}
            value={link.title}
            onChange={(title) => change({ title })}
          />
          <LineField
            id={`links.${index}.url`}
            label="Address"
            type="url"
            error={errorOf(`links.${index}.url`)}
            value={link.url}
            onChange={(url) => change({ url })}
          />
        </div>
      )}
    </Rows>
  );
}
