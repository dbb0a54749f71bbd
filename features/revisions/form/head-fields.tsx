'use client';

import { useState } from 'react';
import { slugOf } from '@/lib/slug';
import type { Part } from './form-part';
import { LineField } from './line-field';

const folders = { topic: '/topics/', news: '/news/', webinar: '/webinars/', document: '/documents/' };

/** Title and address: the address follows the title until it is published, or chosen on purpose. */
export function HeadFields({ kind, draft, update, errorOf, published }: Part & { published: boolean }) {
  const [opened, setOpened] = useState(false);
  const follows = !draft.slugChosen && !published;
  return (
    <>
      <LineField
        id="title"
        most={500}
        label="Title"
        error={errorOf('title')}
        value={draft.title}
        onChange={(title) => update({ title, ...(follows && { slug: slugOf(title) }) })}
      />
      {follows || opened || errorOf('slug') || !draft.slug ? (
        <LineField
          id="slug"
          most={200}
          label="Address"
          hint={
            published
              ? `The last part, behind ${folders[kind]}. The old address will lead to the new one.`
              : `The last part, behind ${folders[kind]}. It follows the title until you write it yourself.`
          }
          error={errorOf('slug')}
          value={draft.slug}
          onChange={(slug) => update({ slug: slug.trim(), slugChosen: true })}
        />
      ) : (
        <div className="field" id="slug">
          <p className="label">Address</p>
          <p className="break-all">
            {folders[kind]}
            {draft.slug}
          </p>
          <button type="button" className="button-quiet button-small mt-1" onClick={() => setOpened(true)}>
            Change the address
          </button>
        </div>
      )}
    </>
  );
}
