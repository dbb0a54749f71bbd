import { authorize, type Item } from '@/auth/authorize';
import type { Person } from '@/auth/person';
import { editAddress } from '@/features/desk/item-line';
import type { UseOfPhoto } from './queries';

/** Where a photo is used. A draft that somebody may not read is not named to them. */
export function PhotoUses({ uses, person }: { uses: UseOfPhoto[]; person: Person }) {
  if (uses.length === 0) return <p className="mt-2">Nowhere yet: neither on a page nor in a draft.</p>;
  return (
    <ul className="mt-2 grid gap-2">
      {uses.map(({ item, title, address }) => {
        const mayRead = authorize(person, 'read', item);
        return (
          <li key={`${item.kind} ${item.id}`}>
            {mayRead || address ? <bdi>{title}</bdi> : 'A draft that you may not read'}
            <span className="meta">
              {' '}
              · {kindNames[item.kind]}, {address ? 'public' : 'not public with this photo'}
            </span>
            {(mayRead || address) && (
              <span className="flex flex-wrap gap-x-4">
                {address && (
                  <a href={address} className="inline-flex min-h-6">
                    See the page<span className="sr-only">: {title}</span>
                  </a>
                )}
                {mayRead && item.kind !== 'photo' && (
                  <a href={editAddress({ kind: item.kind, id: item.id })} className="inline-flex min-h-6">
                    Edit<span className="sr-only">: {title}</span>
                  </a>
                )}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const kindNames: Record<Item['kind'], string> = {
  topic: 'topic',
  news: 'news',
  webinar: 'webinar',
  document: 'document',
  photo: 'photo',
};
