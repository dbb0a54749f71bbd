import { authorize } from '@/auth/authorize';
import type { Person } from '@/auth/person';
import { ListPager } from '@/components/admin/list-pager';
import type { ResourceKind } from '@/db/schema';
import { BulkForm } from '@/features/resources/admin/bulk-form';
import { resourcesForStaff } from '@/features/resources/admin/queries';
import { StartButtons } from '@/features/resources/admin/start-buttons';
import { siteSettings } from '@/features/settings/queries';
import { choosableTopics } from '@/features/topics/admin/queries';
import { ItemLine, stateWords } from './item-line';
import { wishFrom, wishQuery } from './list-wish';

const headings: Record<ResourceKind, string> = { news: 'News', webinar: 'Webinars', document: 'Documents' };
const sorts = { saved: 'Last saved', day: 'Date', title: 'Title' } as const;

type Props = {
  kind: ResourceKind;
  person: Person;
  base: string;
  given: Record<string, string | string[] | undefined>;
};

/** All stories, webinars or documents; what is searched and filtered for stands in the address. */
export async function ResourceList({ kind, person, base, given }: Props) {
  const wish = wishFrom(kind, given);
  const [{ items, total, pages }, topics, { zone }] = await Promise.all([
    resourcesForStaff(person, wish),
    choosableTopics(person),
    siteSettings(),
  ]);
  const filtered = wishQuery({ ...wish, page: 1, sort: 'saved' }) !== '';
  return (
    <>
      <h1>{headings[kind]}</h1>
      <StartButtons kinds={[kind]} />
      <form
        method="get"
        action={base}
        className="mt-6 grid items-end gap-4 md:grid-cols-[2fr_1fr_1fr_1fr_1fr_auto]"
      >
        <Filter label="Words in the title">
          <input name="search" defaultValue={wish.search} type="search" className="input" dir="auto" />
        </Filter>
        <Filter label="State">
          <select name="state" defaultValue={wish.state} className="input">
            <option value="">All but the trash</option>
            {Object.entries(stateWords).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </Filter>
        <Filter label="Topic">
          <select name="topic" defaultValue={wish.topicId ?? ''} className="input">
            <option value="">All</option>
            {topics.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Filter>
        <Filter label="Author">
          <input name="author" defaultValue={wish.author} className="input" dir="auto" />
        </Filter>
        <Filter label="Order">
          <select name="sort" defaultValue={wish.sort} className="input">
            {Object.entries(sorts).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </Filter>
        <button type="submit" className="button-quiet">
          Show
        </button>
      </form>
      <p className="meta mt-4" role="status">
        {total === 1 ? '1 found' : `${total} found`}
        {filtered && (
          <>
            {' · '}
            <a href={base}>Show all</a>
          </>
        )}
      </p>
      {items.length === 0 ? (
        <p className="measure mt-4">
          {filtered
            ? 'Nothing matches. Take a filter away, or look for fewer words.'
            : 'Nothing is here yet. The button above begins the first one; it is saved as you type and stays yours until it is published.'}
        </p>
      ) : (
        <BulkForm
          items={items.map((item) => ({ id: item.id, title: item.title || 'Without a title yet' }))}
          topics={topics.map(({ id, title }) => ({ value: String(id), name: title }))}
          mayTrash={authorize(person, 'trash')}
          inTrash={wish.state === 'trash'}
          lines={items.map((item) => <ItemLine key={item.id} item={item} zone={zone} />)}
        />
      )}
      <ListPager page={wish.page} pages={pages} to={(page) => `${base}${wishQuery({ ...wish, page })}`} />
    </>
  );
}

function Filter({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="block">
      <span className="label">{label}</span>
      {children}
    </label>
  );
}
