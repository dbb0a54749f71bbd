import type { Transaction } from '@/db/client';
import { Rejected } from '@/lib/rejected';
import { checksFor } from './checks';
import type { Draft } from './draft';
import { checkContext, editedItem } from './item/queries';
import { draftToPublish, lockItem } from './mutations';
import type { Owner } from './owner-name';

/** The draft of a version, if nothing stands in the way of publishing it. */
export async function readyDraft(tx: Transaction, owner: Owner, lockVersion: number): Promise<Draft> {
  const draft = await draftToPublish(tx, owner, lockVersion);
  await refuseUnready(tx, owner, draft);
  return draft;
}

/** Also before the worker publishes what was ready when its time was set. */
export async function refuseUnready(tx: Transaction, owner: Owner, draft: Draft) {
  const context = await checkContext(owner, draft, tx);
  const first = context && checksFor(draft, context).find(({ level }) => level === 'must');
  if (first) throw new Rejected(first.field, first.sentence);
}

/** `withdrawn`: the page on which somebody pressed Publish said that it is withdrawn. */
export type Publishing = { id: number; lockVersion: number; withdrawn: boolean; byId: number };

/** What a colleague has withdrawn meanwhile does not come back by a press of Publish that knows nothing of it. */
export async function refuseUnseenWithdrawal(tx: Transaction, owner: Owner, withdrawn: boolean) {
  const [, item] = await Promise.all([lockItem(tx, owner), editedItem(owner, tx)]);
  if (item?.withdrawnAt && !withdrawn)
    throw new Rejected('id', 'Somebody has withdrawn this meanwhile. Load this page again and read why.');
  return item;
}
