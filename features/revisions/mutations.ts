import { and, eq, isNull, max, sql } from 'drizzle-orm';
import { record } from '@/db/audit';
import type { Transaction } from '@/db/client';
import { type Revision, resources, revisions, schedules, staff, topics, workingCopies } from '@/db/schema';
import { write } from '@/db/write';
import { Rejected } from '@/lib/rejected';
import type { Draft } from './draft';
import { publicDraft } from './item/queries';
import { isOf, ownerColumn } from './owner';
import { type Owner, parseDraft } from './owner-name';

/** A save that names an older version is refused with what stands there now; the caller shows both. */
export type Conflict = { lockVersion: number; savedAt: string; savedBy: string | null; content: Draft };

export type Saved = { saved: { lockVersion: number; savedAt: string } } | { conflict: Conflict };

type Save = Owner & { lockVersion: number; content: Draft; byId: number };

/** Saves what is being written, as it is; version 0 is that of an item nobody has edited yet. */
export const saveWorkingCopy = ({ lockVersion, content, byId, ...owner }: Save): Promise<Saved> =>
  write(async ({ tx }) => {
    await refuseTrashed(tx, owner);
    const values = { content: parseDraft(owner.of, content), savedById: byId, savedAt: new Date() };
    const [row] =
      lockVersion === 0
        ? await tx
            .insert(workingCopies)
            .values({ ...ownerColumn(owner), ...values })
            .onConflictDoNothing()
            .returning()
        : await tx
            .update(workingCopies)
            .set({ ...values, lockVersion: sql`${workingCopies.lockVersion} + 1` })
            .where(and(isOf(workingCopies, owner), eq(workingCopies.lockVersion, lockVersion)))
            .returning();
    if (row) return { saved: { lockVersion: row.lockVersion, savedAt: row.savedAt.toISOString() } };
    return { conflict: await standing(tx, owner) };
  });

type Deliberate = Owner & { lockVersion: number; note: string; byId: number };

export type Kept = { number: number } | { conflict: true };

/** The working copy as it is becomes a numbered revision. */
export const saveRevision = (given: Deliberate): Promise<Kept> =>
  keep(given, { act: 'save', said: 'saved a revision' });

/** Asks for it to be published. */
export const submitForReview = (given: Deliberate): Promise<Kept> =>
  keep(given, { act: 'submit', said: 'submitted for review' });

/** Takes that back, or an editor gives it back. */
export const endReview = ({ byId, note, ...owner }: Owner & { byId: number; note: string }) =>
  write(async ({ tx }) => {
    const copy = await lockedCopy(tx, owner);
    if (!copy) return;
    await tx
      .update(workingCopies)
      .set({ submittedAt: null, submittedById: null })
      .where(eq(workingCopies.id, copy.id));
    await recordOn(tx, { owner, byId, act: 'ended the review', detail: note ? { note } : undefined });
  });

/** The text of an earlier revision becomes the working copy; that is a revision of its own. */
export const restoreRevision = ({ number, byId, ...owner }: Owner & { number: number; byId: number }) =>
  write(async ({ tx }) => {
    await refuseTrashed(tx, owner);
    const [wanted] = await tx
      .select()
      .from(revisions)
      .where(and(isOf(revisions, owner), eq(revisions.number, number)));
    if (!wanted) throw new Rejected('number', 'This revision is not there.');
    const content = parseDraft(owner.of, wanted.content);
    const values = { content, savedById: byId, savedAt: new Date() };
    const copy = await lockedCopy(tx, owner);
    if (copy) {
      // What was typed since the last revision is not lost by going back.
      if (!(await isKept(tx, owner))) {
        const note = `Kept before revision ${number} was restored`;
        await addRevision(tx, { owner, act: 'save', note, content: copy.content, byId });
      }
      await tx
        .update(workingCopies)
        .set({ ...values, lockVersion: sql`${workingCopies.lockVersion} + 1` })
        .where(eq(workingCopies.id, copy.id));
    } else await tx.insert(workingCopies).values({ ...ownerColumn(owner), ...values });
    const note = `Restored from revision ${number}`;
    const added = await addRevision(tx, { owner, act: 'restore', note, content, byId });
    await recordOn(tx, {
      owner,
      byId,
      act: 'restored a revision',
      detail: { from: number, number: added.number },
    });
    return added.number;
  });

/**
 * The draft that is to be published, its row locked: that of the version somebody looked at, and no other.
 */
export async function draftToPublish(tx: Transaction, owner: Owner, lockVersion: number): Promise<Draft> {
  await refuseTrashed(tx, owner);
  const copy = await lockedCopy(tx, owner);
  const content = copy ? copy.content : await publicDraft(owner, tx);
  if (!content) throw new Rejected('id', 'This is no longer there.');
  if ((copy?.lockVersion ?? 0) !== lockVersion)
    throw new Rejected('id', 'Somebody saved another version meanwhile. Look at it, then publish it.');
  return parseDraft(owner.of, content);
}

type Addition = {
  owner: Owner;
  act: Revision['act'];
  note: string | null;
  content: Record<string, unknown>;
  byId: number | null;
};

/** The next revision of an item; whoever adds one holds the lock of the item's row. */
export async function addRevision(tx: Transaction, { owner, ...revision }: Addition) {
  const [, [last]] = await Promise.all([
    lockItem(tx, owner),
    tx
      .select({ number: max(revisions.number) })
      .from(revisions)
      .where(isOf(revisions, owner)),
  ]);
  const [row] = await tx
    .insert(revisions)
    .values({ ...ownerColumn(owner), ...revision, number: (last?.number ?? 0) + 1 })
    .returning({ id: revisions.id, number: revisions.number });
  if (!row) throw new Error('no row came back');
  return row;
}

/** The working copy of an item that is new. */
export const startWorkingCopy = (
  tx: Transaction,
  owner: Owner,
  given: { content: Draft; byId: number | null },
) =>
  tx.insert(workingCopies).values({ ...ownerColumn(owner), content: given.content, savedById: given.byId });

/** After publishing: nothing waits for review, and no older revision is to follow by the clock. */
export async function endWaiting(tx: Transaction, owner: Owner) {
  await Promise.all([
    tx
      .update(workingCopies)
      .set({ submittedAt: null, submittedById: null })
      .where(isOf(workingCopies, owner)),
    tx
      .update(schedules)
      .set({ doneAt: new Date() })
      .where(and(isOf(schedules, owner), isNull(schedules.doneAt))),
  ]);
}

/** The working copy, locked; nothing where nobody has edited the item yet. */
export async function lockedCopy(tx: Transaction, owner: Owner) {
  const [row] = await tx.select().from(workingCopies).where(isOf(workingCopies, owner)).for('update');
  return row;
}

async function keep(
  { lockVersion, note, byId, ...owner }: Deliberate,
  { act, said }: { act: 'save' | 'submit'; said: string },
): Promise<Kept> {
  return write(async ({ tx }) => {
    await refuseTrashed(tx, owner);
    const copy = await lockedCopy(tx, owner);
    if (!copy || copy.lockVersion !== lockVersion) return { conflict: true };
    const content = copy.content;
    const { number } = await addRevision(tx, { owner, act, note: note.trim() || null, content, byId });
    if (act === 'submit')
      await tx
        .update(workingCopies)
        .set({ submittedAt: new Date(), submittedById: byId })
        .where(eq(workingCopies.id, copy.id));
    await recordOn(tx, { owner, byId, act: said, detail: { number } });
    return { number };
  });
}

/** Whether the working copy is what a revision holds already. */
async function isKept(tx: Transaction, owner: Owner): Promise<boolean> {
  const [row] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .innerJoin(workingCopies, sql`${workingCopies.content} = ${revisions.content}`)
    .where(and(isOf(revisions, owner), isOf(workingCopies, owner)))
    .limit(1);
  return row !== undefined;
}

async function standing(tx: Transaction, owner: Owner): Promise<Conflict> {
  const [row] = await tx
    .select({ copy: workingCopies, savedBy: staff.name })
    .from(workingCopies)
    .leftJoin(staff, eq(staff.id, workingCopies.savedById))
    .where(isOf(workingCopies, owner));
  if (!row) throw new Rejected('id', 'This is no longer there.');
  const { lockVersion, savedAt, content } = row.copy;
  return {
    lockVersion,
    savedAt: savedAt.toISOString(),
    savedBy: row.savedBy,
    content: parseDraft(owner.of, content),
  };
}

/** First of all locks, everywhere: whoever holds it may take those of the copy and of what is set. */
export async function lockItem(tx: Transaction, { of, id }: Owner) {
  const table = of === 'topic' ? topics : resources;
  const [row] = await tx
    .select({ trashedAt: table.trashedAt })
    .from(table)
    .where(eq(table.id, id))
    .for('update');
  return row;
}

export async function refuseTrashed(tx: Transaction, owner: Owner) {
  const row = await lockItem(tx, owner);
  if (!row) throw new Rejected('id', 'This is no longer there.');
  if (row.trashedAt) throw new Rejected('id', 'This is in the trash. Restore it before you write on it.');
}

type OnItem = {
  owner: Owner;
  byId: number | null;
  act: string;
  detail?: Record<string, unknown> | undefined;
};

/** Into the log, with the title that the working copy has. */
export async function recordOn(tx: Transaction, { owner, byId, act, detail }: OnItem) {
  const [[copy], kind] = await Promise.all([
    tx
      .select({ title: sql<string | null>`${workingCopies.content}->>'title'` })
      .from(workingCopies)
      .where(isOf(workingCopies, owner)),
    owner.of === 'topic' ? 'topic' : kindOf(tx, owner.id),
  ]);
  const title = copy?.title || null;
  await record(tx, { byId, act, item: { kind, id: owner.id, title }, ...(detail && { detail }) });
}

async function kindOf(tx: Transaction, id: number): Promise<string> {
  const [row] = await tx.select({ kind: resources.kind }).from(resources).where(eq(resources.id, id));
  return row?.kind ?? 'resource';
}
