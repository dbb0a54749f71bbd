import type { Draft } from '../draft';
import { type Owner, parseDraft } from '../owner-name';

/** What this browser holds of an item, until the server has it. */
export type Backstop = { content: Draft; lockVersion: number; at: string };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = ({ of, id }: Owner) => `commonshelf:draft:${of}:${id}`;

/** Keeps a copy in the browser; says whether it could: storage may be full, or forbidden. */
export function keepBackstop(store: Store | undefined, owner: Owner, copy: Backstop): boolean {
  try {
    store?.setItem(keyOf(owner), JSON.stringify(copy));
    return store !== undefined;
  } catch {
    return false;
  }
}

/** The copy of an item, if it is one that can be used. */
export function readBackstop(store: Store | undefined, owner: Owner): Backstop | undefined {
  try {
    const stored = JSON.parse(store?.getItem(keyOf(owner)) ?? 'null');
    if (!stored || typeof stored.at !== 'string' || !Number.isInteger(stored.lockVersion)) return undefined;
    return { content: parseDraft(owner.of, stored.content), lockVersion: stored.lockVersion, at: stored.at };
  } catch {
    return undefined;
  }
}

export function dropBackstop(store: Store | undefined, owner: Owner) {
  try {
    store?.removeItem(keyOf(owner));
  } catch {
    // A store that forbids this holds nothing either.
  }
}
