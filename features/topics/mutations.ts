import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { record } from '@/db/audit';
import type { Transaction } from '@/db/client';
import { freeAddress, leadAway, moveAddress } from '@/db/redirects';
import { type Topic, topics } from '@/db/schema';
import { topicState } from '@/db/states';
import { type Writing, write } from '@/db/write';
import { refuseTakenSlug, replaceUses, standingTopics } from '@/features/resources/parts';
import { emptyTopic, TopicDraft } from '@/features/revisions/draft';
import { addRevision, endWaiting, recordOn, startWorkingCopy } from '@/features/revisions/mutations';
import { type Publishing, readyDraft, refuseUnseenWithdrawal } from '@/features/revisions/readiness';
import { topicAddress } from '@/lib/addresses';
import { Rejected } from '@/lib/rejected';
import { TextTree } from '@/lib/text-tree';
import { newToken } from '@/lib/tokens';

export type TopicInput = {
  kind: Topic['kind'];
  parentId: number | null;
  position: number;
  hue: Topic['hue'];
  title: string;
  introduction: TextTree;
};

/** A topic that nobody but staff can see yet. */
export const createTopic = (slug: string, within?: Writing, createdById?: number) =>
  write(async ({ tx }) => {
    const [row] = await tx
      .insert(topics)
      .values({ slug, createdById: createdById ?? null })
      .returning({ id: topics.id });
    if (!row) throw new Error('no row came back');
    return row.id;
  }, within);

/** The public row becomes what is given, whole. */
export const publishTopic = (id: number, input: TopicInput, within?: Writing) =>
  write(async ({ tx, changed }) => {
    const before = await topicState(tx, id);
    if (before.trashedAt) throw new Rejected('id', 'This is in the trash. Restore it before you publish it.');
    if (input.parentId) await refuseCycle(tx, id, input.parentId);
    const now = new Date();
    await tx
      .update(topics)
      .set({
        ...input,
        introduction: TextTree.parse(input.introduction),
        publishedAt: now,
        firstPublishedAt: before.firstPublishedAt ?? now,
        withdrawnAt: null,
        withdrawnReason: null,
      })
      .where(eq(topics.id, id));
    changed({ of: 'topic', before, after: await topicState(tx, id) });
  }, within);

/** A new topic, empty, for an editor to write. */
export const startTopic = ({ byId }: { byId: number }) =>
  write(async (writing) => {
    const slug = `draft-${newToken()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 16)}`;
    const id = await createTopic(slug, writing, byId);
    await startWorkingCopy(writing.tx, { of: 'topic', id }, { content: emptyTopic, byId });
    await record(writing.tx, { byId, act: 'created', item: { kind: 'topic', id, title: null } });
    return id;
  });

/** The working copy that somebody looked at becomes public. */
export const publishTopicCopy = ({ id, lockVersion, withdrawn, byId }: Publishing) =>
  write(async (writing) => {
    await refuseUnseenWithdrawal(writing.tx, { of: 'topic', id }, withdrawn);
    const draft = await readyDraft(writing.tx, { of: 'topic', id }, lockVersion);
    return publishTopicDraft({ id, draft: TopicDraft.parse(draft), byId }, writing);
  });

/** What publishing makes of a topic's draft. */
export const publishTopicDraft = (
  { id, draft, byId }: { id: number; draft: TopicDraft; byId: number | null },
  within?: Writing,
): Promise<{ number: number; address: string }> =>
  write(async (writing) => {
    const { tx, changed } = writing;
    const owner = { of: 'topic' as const, id };
    const before = await topicState(tx, id);
    await takeSlug(tx, id, draft.slug);
    const introduction = await replaceUses(
      tx,
      { topicId: id },
      { hero: draft.hero, text: draft.introduction },
    );
    const { kind, parentId, position, hue, title } = draft;
    if (parentId && (await standingTopics(tx, [parentId])).length === 0)
      throw new Rejected('parentId', 'The topic above this one is no longer there. Choose another.');
    await publishTopic(id, { kind, parentId, position, hue, title: title.trim(), introduction }, writing);
    const after = await topicState(tx, id);
    const address = topicAddress(after.slug);
    if (before.firstPublishedAt) await moveAddress(tx, topicAddress(before.slug), address);
    await freeAddress(tx, address);
    changed({ of: 'topic', before, after });
    const { number } = await addRevision(tx, { owner, act: 'publish', note: null, content: draft, byId });
    await endWaiting(tx, owner);
    await recordOn(tx, { owner, byId, act: 'published', detail: { number, address } });
    return { number, address };
  }, within);

/** Takes a topic from the public on purpose: its address says why, or leads elsewhere. */
export const withdrawTopic = (given: {
  id: number;
  reason: string;
  redirectTo: string | null;
  byId: number;
}) =>
  write(async ({ tx, changed }) => {
    const { id, reason, redirectTo, byId } = given;
    const owner = { of: 'topic' as const, id };
    const before = await topicState(tx, id);
    if (!before.publishedAt || before.withdrawnAt || before.trashedAt)
      throw new Rejected('id', 'Only what is public can be withdrawn.');
    await tx
      .update(topics)
      .set({ withdrawnAt: new Date(), withdrawnReason: reason })
      .where(eq(topics.id, id));
    if (redirectTo) await leadAway(tx, topicAddress(before.slug), redirectTo);
    await endWaiting(tx, owner);
    changed({ of: 'topic', before, after: undefined });
    await recordOn(tx, {
      owner,
      byId,
      act: 'withdrew',
      detail: { reason, ...(redirectTo && { redirectTo }) },
    });
  });

/** Puts a topic away; one that has subtopics would leave them on no list. */
export const trashTopic = (id: number, { byId }: { byId: number }) =>
  write(async ({ tx, changed }) => {
    const before = await topicState(tx, id);
    if (before.trashedAt) return;
    const [child] = await tx
      .select({ title: topics.title })
      .from(topics)
      .where(and(eq(topics.parentId, id), isNull(topics.trashedAt)))
      .limit(1);
    if (child)
      throw new Rejected('id', `“${child.title ?? 'A draft'}” is below this topic. Move or trash it first.`);
    await tx.update(topics).set({ trashedAt: new Date() }).where(eq(topics.id, id));
    const owner = { of: 'topic' as const, id };
    await endWaiting(tx, owner);
    changed({ of: 'topic', before, after: undefined });
    await recordOn(tx, { owner, byId, act: 'put into the trash' });
  });

export const untrashTopic = (id: number, { byId }: { byId: number }) =>
  write(async ({ tx, changed }) => {
    const before = await topicState(tx, id);
    if (!before.trashedAt) return;
    await tx.update(topics).set({ trashedAt: null }).where(eq(topics.id, id));
    if (before.publishedAt && !before.withdrawnAt) await freeAddress(tx, topicAddress(before.slug));
    changed({ of: 'topic', before: undefined, after: before });
    await recordOn(tx, { owner: { of: 'topic', id }, byId, act: 'restored from the trash' });
  });

/** What has been in the trash for thirty days is deleted; the log keeps its name. */
export const emptyTrash = () =>
  write(async ({ tx, changed }) => {
    const rows = await tx
      .select({ id: topics.id })
      .from(topics)
      .where(sql`${topics.trashedAt} < now() - interval '30 days'
        and not exists (select 1 from topics child where child.parent_id = ${topics.id})`)
      .orderBy(asc(topics.id));
    for (const { id } of rows) {
      const before = await topicState(tx, id);
      // Restored while this waited for its row.
      if (!before.trashedAt) continue;
      await recordOn(tx, { owner: { of: 'topic', id }, byId: null, act: 'deleted for good' });
      await tx.delete(topics).where(eq(topics.id, id));
      changed({ of: 'topic', before, after: undefined });
    }
  });

async function takeSlug(tx: Transaction, id: number, slug: string) {
  const [other] = await tx
    .select({ title: topics.title })
    .from(topics)
    .where(and(eq(topics.slug, slug), ne(topics.id, id)));
  if (other)
    throw new Rejected(
      'slug',
      `Another topic has this address: “${other.title ?? 'a draft'}”. Choose another.`,
    );
  await tx.update(topics).set({ slug }).where(eq(topics.id, id)).catch(refuseTakenSlug);
}

/** A topic below itself would be on no list. */
async function refuseCycle(tx: Transaction, id: number, parentId: number) {
  const above = new Set<number>();
  for (let next: number | null = parentId; next !== null && !above.has(next); ) {
    if (next === id) throw new Rejected('parentId', 'The topic that you chose is below this one.');
    above.add(next);
    const [row]: { parentId: number | null }[] = await tx
      .select({ parentId: topics.parentId })
      .from(topics)
      .where(eq(topics.id, next));
    next = row?.parentId ?? null;
  }
}
