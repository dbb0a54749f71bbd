'use client';

import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { Field } from '@/components/admin/field';
import { DialogButtons } from './dialog-buttons';
import type { Target } from './wish';

type Props = { editor: Editor; findTargets: (query: string) => Promise<Target[]>; onEnd: () => void };

/** An address that is pasted, or a page or photo of the site that is searched for and kept by its number. */
export function LinkForm({ editor, findTargets, onEnd }: Props) {
  const present = editor.getAttributes('link') as Partial<
    Record<keyof typeof places | 'href', string | null>
  >;
  const place = (Object.keys(places) as (keyof typeof places)[]).find((name) => present[name]);
  const [address, setAddress] = useState(present.href ?? '');
  const [error, setError] = useState<string>();
  const [query, setQuery] = useState('');
  const targets = useTargets(query, findTargets);

  function put(target: object, words: string) {
    const attrs = { href: null, topicId: null, resourceId: null, photoId: null, ...target };
    const { empty } = editor.state.selection;
    const chain = editor.chain().focus();
    if (editor.isActive('link')) chain.extendMarkRange('link').setMark('link', attrs).run();
    else if (empty)
      chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs }] }).run();
    else chain.setMark('link', attrs).run();
    onEnd();
  }

  function putAddress() {
    const given = address.trim();
    const href = /^(https?:\/\/|mailto:)/i.test(given)
      ? given
      : /^[^\s@]+@[^\s@]+\.\w+$/.test(given)
        ? `mailto:${given}`
        : `https://${given}`;
    if (!given || !URL.canParse(href) || !/[.]|localhost/.test(href))
      return setError('Write an address such as https://example.org, or search the site below.');
    put({ href }, given);
  }

  return (
    <>
      {place && <p className="mb-4">It leads to {places[place]} of this site now.</p>}
      <Field id="link-address" label="Address" hint="Of another site, or a mail address." error={error}>
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={2000}
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        )}
      </Field>
      <DialogButtons submit="Put the link" onSubmit={putAddress} onEnd={onEnd}>
        {editor.isActive('link') && (
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
              onEnd();
            }}
          >
            Remove the link
          </button>
        )}
      </DialogButtons>
      <div className="mt-6 border-t border-hairline pt-4">
        <Field
          id="link-search"
          label="Or something of this site"
          hint="By words of its title. The link finds its address by itself, also when that changes."
        >
          {(control) => (
            <input
              {...control}
              type="search"
              className="input"
              value={query}
              onChange={({ target }) => setQuery(target.value)}
            />
          )}
        </Field>
        <p className="meta mt-2" role="status">
          {query.trim().length > 1 && (targets.length === 1 ? '1 found' : `${targets.length} found`)}
        </p>
        <ul className="mt-1 grid gap-1">
          {targets.map((target) => (
            <li key={`${target.kind} ${target.id}`}>
              <button
                type="button"
                className="button-quiet button-small text-start"
                onClick={() => put({ [`${target.kind}Id`]: target.id }, target.title)}
              >
                {target.title} <span className="meta ms-2">{target.detail}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

const places = { topicId: 'a topic', resourceId: 'a page', photoId: 'a photo' } as const;

/** Asked a moment after the last letter; an answer to an older question is not shown. */
function useTargets(query: string, findTargets: Props['findTargets']): Target[] {
  const [targets, setTargets] = useState<Target[]>([]);
  useEffect(() => {
    let current = true;
    const wanted = query.trim();
    if (wanted.length < 2) return setTargets([]);
    const timer = setTimeout(async () => {
      const found = await findTargets(wanted).catch(() => []);
      if (current) setTargets(found);
    }, 250);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, findTargets]);
  return targets;
}
