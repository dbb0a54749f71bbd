import type { DeskItem, ItemState } from '@/features/resources/admin/queries';
import { directionOf } from '@/lib/direction';
import { dayInWords, timeIn } from '@/lib/time';

export const stateWords: Record<ItemState, string> = {
  draft: 'Draft',
  submitted: 'Submitted for review',
  scheduled: 'Scheduled',
  published: 'Published',
  changed: 'Published, with changes that visitors do not see yet',
  withdrawn: 'Withdrawn',
  trash: 'In the trash',
};

const kindWords: Record<DeskItem['kind'], string> = {
  news: 'News',
  webinar: 'Webinar',
  document: 'Document',
  topic: 'Topic',
};

export const editAddress = ({ kind, id }: Pick<DeskItem, 'kind' | 'id'>) =>
  kind === 'topic' ? `/admin/topics/${id}` : `/admin/resources/${id}`;

/** An item's title as a link, its state, and who wrote on it last. */
export function ItemLine({
  item,
  zone,
  withKind = false,
}: {
  item: DeskItem;
  zone: string;
  withKind?: boolean;
}) {
  const title = item.title || 'Without a title yet';
  return (
    <>
      <a href={editAddress(item)} className="inline-flex min-h-6 font-semibold" dir={directionOf(title)}>
        {title}
      </a>
      <p className="meta">
        {withKind && `${kindWords[item.kind]} · `}
        {stateWords[item.state]}
        {item.day && ` · ${dayInWords(item.day)}`}
        {item.savedAt &&
          ` · saved ${dayInWords(item.savedAt, zone)}, ${timeIn(item.savedAt, zone)}${item.savedBy ? ` by ${item.savedBy}` : ''}`}
      </p>
    </>
  );
}
