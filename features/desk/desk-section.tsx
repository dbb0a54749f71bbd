import type { ReactNode } from 'react';
import type { DeskItem } from '@/features/resources/admin/queries';
import { ItemLine } from './item-line';

type Props = { id: string; title: string; empty: ReactNode; items: DeskItem[]; zone: string };

/** What is due of one sort; an empty one says what would stand there. */
export function DeskSection({ id, title, empty, items, zone }: Props) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {items.length > 0 && <span className="meta ms-2 font-sans">{items.length}</span>}
      </h2>
      {items.length === 0 ? (
        <p className="measure mt-2 text-ink-2">{empty}</p>
      ) : (
        <ul className="mt-2 divide-y divide-hairline">
          {items.map((item) => (
            <li key={`${item.kind} ${item.id}`} className="py-3">
              <ItemLine item={item} zone={zone} withKind />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
