import { notFound } from 'next/navigation';
import { authorize } from '@/auth/authorize';
import { compareDrafts } from '@/features/revisions/compare';
import { Comparison } from '@/features/revisions/comparison';
import type { Draft } from '@/features/revisions/draft';
import { publicDraft } from '@/features/revisions/item/queries';
import type { Owner } from '@/features/revisions/owner-name';
import { revisionOf, revisionsOf, topicTitles, workingCopyOf } from '@/features/revisions/queries';
import { RestoreButton } from '@/features/revisions/restore-button';
import { siteSettings } from '@/features/settings/queries';
import { dayInWords, timeIn } from '@/lib/time';
import { ItemNav } from './item-nav';
import { openItem } from './item-page';

const acts = {
  save: 'Saved as a revision',
  submit: 'Submitted for review',
  publish: 'Published',
  restore: 'Restored',
  confirm: 'Credit confirmed',
} as const;

/** All revisions, the newest first. */
export async function HistoryPage({ of, id }: { of: Owner['of']; id: string }) {
  const { owner, item, person, base } = await openItem(of, id);
  const [revisions, copy, { zone }] = await Promise.all([
    revisionsOf(owner),
    workingCopyOf(owner),
    siteSettings(),
  ]);
  return (
    <>
      <h1 dir="auto">{copy?.content.title || 'Without a title yet'}</h1>
      <ItemNav
        base={base}
        here="history"
        kind={item.kind}
        item={item}
        mayPublish={authorize(person, 'publish', item)}
      />
      {item.isPublic && copy && copy.lockVersion > 0 && (
        <p className="mt-6">
          <a href={`${base}/history/public`}>Compare the working copy with what visitors see</a>
        </p>
      )}
      {revisions.length === 0 ? (
        <p className="measure mt-6">
          No revision yet. One is made when you save it as a revision, submit it, publish it or restore an
          earlier one; what you type in between is saved in the working copy.
        </p>
      ) : (
        <ol className="mt-6 divide-y divide-hairline border-y border-hairline">
          {revisions.map((revision) => (
            <li key={revision.id} className="py-3">
              <a href={`${base}/history/${revision.number}`} className="inline-flex min-h-6 font-semibold">
                Revision {revision.number}: {acts[revision.act]}
              </a>
              <p className="meta">
                {dayInWords(revision.createdAt, zone)}, {timeIn(revision.createdAt, zone)}
                {revision.by && ` · ${revision.by}`}
              </p>
              {revision.note && <p dir="auto">{revision.note}</p>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** What differs between a revision, or what is public, and another. */
export async function ComparePage({
  of,
  id,
  number,
  to,
}: {
  of: Owner['of'];
  id: string;
  number: string;
  to: string;
}) {
  const { owner, item, person, base } = await openItem(of, id);
  const [first, second, revisions, copy] = await Promise.all([
    stateNamed(owner, number),
    stateNamed(owner, to || 'working'),
    revisionsOf(owner),
    workingCopyOf(owner),
  ]);
  if (!first || !second) notFound();
  const titles = await topicTitles([...topicsOf(first.draft), ...topicsOf(second.draft)], {
    drafts: authorize(person, 'create-topic'),
  });
  const names = {
    topic: (topicId: number) => titles.get(topicId) ?? 'a topic that is gone',
    photo: (photoId: number) => `photo ${photoId}`,
  };
  return (
    <>
      <h1 dir="auto">{copy?.content.title || 'Without a title yet'}</h1>
      <ItemNav
        base={base}
        here="history"
        kind={item.kind}
        item={item}
        mayPublish={authorize(person, 'publish', item)}
      />
      <h2 className="mt-6">
        From {first.name} to {second.name}
      </h2>
      <form method="get" className="mt-4 flex flex-wrap items-end gap-3">
        <label>
          <span className="label">Compare with</span>
          <select name="to" className="input w-auto" defaultValue={to || 'working'}>
            <option value="working">the working copy</option>
            {item.isPublic && <option value="public">what visitors see</option>}
            {revisions.map((revision) => (
              <option key={revision.id} value={revision.number}>
                revision {revision.number}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button-quiet">
          Compare
        </button>
      </form>
      <div className="mt-6">
        <Comparison changes={compareDrafts(first.draft, second.draft, names)} />
      </div>
      {number !== 'public' && !item.trashedAt && (
        <section className="section" aria-labelledby="restore">
          <h2 id="restore">Go back to it</h2>
          <p className="measure mt-2">
            Its text becomes the working copy, as a new revision. What is there now is kept as a revision too,
            and visitors see nothing of it until you publish.
          </p>
          <div className="mt-3">
            <RestoreButton owner={owner} number={Number(number)} base={base} />
          </div>
        </section>
      )}
    </>
  );
}

async function stateNamed(owner: Owner, name: string): Promise<{ name: string; draft: Draft } | undefined> {
  if (name === 'public') {
    const draft = await publicDraft(owner);
    return draft && { name: 'what visitors see', draft };
  }
  if (name === 'working') {
    const copy = await workingCopyOf(owner);
    return copy && { name: 'the working copy', draft: copy.content };
  }
  const revision = /^[1-9]\d{0,6}$/.test(name) ? await revisionOf(owner, Number(name)) : undefined;
  return revision && { name: `revision ${revision.number}`, draft: revision.content };
}

const topicsOf = (draft: Draft): number[] =>
  'topicIds' in draft ? draft.topicIds : draft.parentId ? [draft.parentId] : [];
