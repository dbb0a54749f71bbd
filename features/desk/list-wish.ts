import type { ResourceKind } from '@/db/schema';
import type { ItemState, ListWish } from '@/features/resources/admin/queries';

const states = ['draft', 'submitted', 'scheduled', 'published', 'changed', 'withdrawn', 'trash'];
const sorts = ['saved', 'day', 'title'];

/** What an address asks of a list; what it does not say, or says wrongly, is as if it asked for nothing. */
export function wishFrom(kind: ResourceKind, given: Record<string, string | string[] | undefined>): ListWish {
  const text = (name: string) => [given[name]].flat()[0]?.trim().slice(0, 200) ?? '';
  const number = (name: string) => (/^[1-9]\d{0,6}$/.test(text(name)) ? Number(text(name)) : null);
  return {
    kind,
    search: text('search'),
    state: states.includes(text('state')) ? (text('state') as ItemState) : '',
    topicId: number('topic'),
    author: text('author'),
    sort: sorts.includes(text('sort')) ? (text('sort') as ListWish['sort']) : 'saved',
    page: number('page') ?? 1,
  };
}

/** The same as a query, without what is as always. */
export function wishQuery(wish: ListWish): string {
  const query = new URLSearchParams();
  if (wish.search) query.set('search', wish.search);
  if (wish.state) query.set('state', wish.state);
  if (wish.topicId) query.set('topic', String(wish.topicId));
  if (wish.author) query.set('author', wish.author);
  if (wish.sort !== 'saved') query.set('sort', wish.sort);
  if (wish.page > 1) query.set('page', String(wish.page));
  return query.size > 0 ? `?${query}` : '';
}
