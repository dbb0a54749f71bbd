import type { EditedItem } from '@/features/revisions/item/queries';
import { addressOf, topicAddress } from '@/lib/addresses';

type Props = {
  base: string;
  here: 'edit' | 'publish' | 'history' | 'preview' | 'course';
  kind: EditedItem['kind'];
  item: EditedItem;
  mayPublish: boolean;
};

/** The pages of one item. */
export function ItemNav({ base, here, kind, item, mayPublish }: Props) {
  const address =
    kind === 'topic' || kind === 'photo' ? topicAddress(item.slug) : addressOf({ kind, slug: item.slug });
  const places = [
    { at: 'edit', href: base, name: 'Write' },
    { at: 'preview', href: `${base}/preview`, name: 'Preview' },
    { at: 'history', href: `${base}/history`, name: 'History' },
    ...(kind === 'webinar' && item.firstPublishedAt && mayPublish
      ? [{ at: 'course', href: `${base}/course`, name: 'Time and state' }]
      : []),
    ...(mayPublish ? [{ at: 'publish', href: `${base}/publish`, name: 'Publish' }] : []),
  ];
  return (
    <nav aria-label="This item" className="mt-2 border-b border-hairline">
      <ul className="flex flex-wrap gap-x-6">
        {places.map(({ at, href, name }) => (
          <li key={at}>
            <a
              href={href}
              aria-current={at === here ? 'page' : undefined}
              className={`inline-flex min-h-11 items-center ${at === here ? 'font-semibold text-ink no-underline' : ''}`}
            >
              {name}
            </a>
          </li>
        ))}
        {item.isPublic && (
          <li>
            <a href={address} className="inline-flex min-h-11 items-center">
              Public page
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
