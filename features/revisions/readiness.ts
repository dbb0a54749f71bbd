import type { Transaction } from '@/db/client';
import { Rejected } from '@/lib/rejected';
import { checksFor } from './checks';
import type { Draft } from './draft';
import { checkContext } from './item/queries';
import { draftToPublish } from './mutations';
import type { Owner } from './owner-name';

/** The draft of a version, if nothing stands in the way of publishing it. */
export async function readyDraft(tx: Transaction, owner: Owner, lockVersion: number): Promise<Draft> {
  const draft = await draftToPublish(tx, owner, lockVersion);
  await refuseUnready(owner, draft);
  return draft;
}

/** Also before the worker publishes what was ready when its time was set. */
export async function refuseUnready(owner: Owner, draft: Draft) {
  const context = await checkContext(owner, draft);
  const first = context && checksFor(draft, context).find(({ level }) => level === 'must');
  if (first) throw new Rejected(first.field, first.sentence);
}
