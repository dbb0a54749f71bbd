import type { Transaction } from './client';
import { auditLog } from './schema';

export type Entry = {
  /** Staff who did it; null is the site itself or the operator's terminal. */
  byId: number | null;
  /** A verb in words: "published", "changed the role". */
  act: string;
  item: { kind: string; id: number | null; title: string | null };
  detail?: Record<string, unknown>;
};

/** Writes an act into the log, in the transaction of what was done. */
export async function record(tx: Transaction, { byId, act, item, detail }: Entry) {
  await tx.insert(auditLog).values({
    staffId: byId,
    act,
    itemKind: item.kind,
    itemId: item.id,
    itemTitle: item.title,
    detail: detail ?? null,
  });
}
