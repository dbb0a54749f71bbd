import { notFound } from 'next/navigation';
import type { Act } from '@/auth/authorize';
import { requirePerson } from '@/auth/guards';
import { editedItem } from '@/features/revisions/item/queries';
import type { Owner } from '@/features/revisions/owner-name';

/** For the pages of one item: who asks, and what about; who may not see it finds nothing. */
export async function openItem(of: Owner['of'], given: string, act: Act = 'read') {
  const owner: Owner = { of, id: /^[1-9]\d{0,8}$/.test(given) ? Number(given) : 0 };
  const item = owner.id > 0 ? await editedItem(owner) : undefined;
  const person = await requirePerson(act, item);
  if (!item) notFound();
  const base = of === 'topic' ? `/admin/topics/${owner.id}` : `/admin/resources/${owner.id}`;
  return { owner, item, person, base };
}
