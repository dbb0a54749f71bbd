import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { freeAddress, leadAway, moveAddress } from '@/db/redirects';
import { people, type ResourceKind, resources, webinars } from '@/db/schema';
import { resourceState } from '@/db/states';
import { type Writing, write } from '@/db/write';
import { replaceParts, takeSlug } from '@/features/resources/parts';
import { ResourceDraft } from '@/features/revisions/draft';
import { addRevision, endWaiting, recordOn } from '@/features/revisions/mutations';
import { type Publishing, readyDraft, refuseUnseenWithdrawal } from '@/features/revisions/readiness';
import { addressOf } from '@/lib/addresses';
import { Rejected } from '@/lib/rejected';
import { TextTree } from '@/lib/text-tree';
import { type AttachmentInput, peopleIds, replaceUses, standingTopics, verifiedAttachments } from './parts';

/** What stories, webinars and documents are published with. `topicIds` begins with the main topic. */
export type ResourceInput = {
  title: string;
  summary: string | null;
  teaser: string | null;
  body: TextTree;
  day: string;
  correctedOn: string | null;
  reviewedOn: string | null;
  /** When somebody is to look at it again; visitors do not see it. */
  reviewDueOn?: string | null;
  textLicence: string | null;
  topicIds: number[];
  authorIds: number[];
  presenterIds: number[];
  attachments: AttachmentInput[];
  links: { title: string; url: string }[];
};

/** A resource that nobody but staff can see yet. */
export const createResource = (
  input: { kind: ResourceKind; slug: string; createdById?: number },
  within?: Writing,
) =>
  write(async ({ tx }) => {
    const [row] = await tx.insert(resources).values(input).returning({ id: resources.id });
    if (!row) throw new Error('no row came back');
    return row.id;
  }, within);

export const createPerson = (
  input: { name: string; affiliation: string | null; url: string | null },
  within?: Writing,
) =>
  write(async ({ tx }) => {
    const [row] = await tx.insert(people).values(input).returning({ id: people.id });
    if (!row) throw new Error('no row came back');
    return row.id;
  }, within);

/** The working copy that somebody looked at becomes public. */
export const publishWorkingCopy = ({ id, lockVersion, withdrawn, byId }: Publishing) =>
  write(async (writing) => {
    const item = await refuseUnseenWithdrawal(writing.tx, { of: 'resource', id }, withdrawn);
    if (item?.kind === 'webinar') throw new Rejected('id', 'A webinar is published with its time.');
    const draft = await readyDraft(writing.tx, { of: 'resource', id }, lockVersion);
    return publishDraft({ id, draft: ResourceDraft.parse(draft), byId }, writing);
  });

/** What publishing a story or document makes of its draft. The revision that is published is kept, also by the clock. */
export const publishDraft = (
  given: { id: number; draft: ResourceDraft; byId: number | null },
  within?: Writing,
): Promise<{ number: number; address: string }> =>
  write(async (writing) => {
    const before = await resourceState(writing.tx, given.id);
    const input = await inputOf(writing, { ...given, kind: before.kind });
    await publishResource(given.id, { ...input, day: given.draft.day || input.day }, writing);
    return finishPublishing(writing, { ...given, before });
  }, within);

/**
 * The parts of a draft as `publishResource` takes them; what names other rows is found or made. First, since what a
 * webinar is published with besides comes from its own feature.
 */
export async function inputOf(
  { tx }: Writing,
  { id, kind, draft }: { id: number; kind: ResourceKind; draft: ResourceDraft },
): Promise<ResourceInput> {
  await takeSlug(tx, { id, kind, slug: draft.slug });
  const named = await peopleIds(tx, draft.people);
  const body = await replaceUses(tx, { resourceId: id }, { hero: draft.hero, text: draft.body });
  return {
    title: draft.title.trim(),
    summary: draft.summary.trim() || null,
    teaser: draft.teaser.trim() || null,
    body,
    day: draft.day,
    correctedOn: draft.correctedOn || null,
    reviewedOn: draft.reviewedOn || null,
    reviewDueOn: draft.reviewDueOn || null,
    textLicence: draft.textLicence || null,
    topicIds: await standingTopics(tx, draft.topicIds),
    authorIds: kind === 'webinar' ? [] : named,
    presenterIds: kind === 'webinar' ? named : [],
    // A story has none, whatever its draft says.
    attachments: kind === 'news' ? [] : await verifiedAttachments(tx, draft.attachments),
    links: draft.links
      .filter(({ url }) => url.trim())
      .map(({ title, url }) => ({ title: title.trim() || url.trim(), url: url.trim() })),
  };
}

/** The old address leads to the new one, what was waiting is over, and what was published is a revision. */
export async function finishPublishing(
  { tx, changed }: Writing,
  {
    id,
    draft,
    byId,
    before,
  }: {
    id: number;
    draft: ResourceDraft;
    byId: number | null;
    before: Awaited<ReturnType<typeof resourceState>>;
  },
) {
  const owner = { of: 'resource' as const, id };
  const after = await resourceState(tx, id);
  if (before.firstPublishedAt) await moveAddress(tx, addressOf(before), addressOf(after));
  await freeAddress(tx, addressOf(after));
  changed({ of: 'resource', before, after });
  const { number } = await addRevision(tx, { owner, act: 'publish', note: null, content: draft, byId });
  await endWaiting(tx, owner);
  await recordOn(tx, { owner, byId, act: 'published', detail: { number, address: addressOf(after) } });
  return { number, address: addressOf(after) };
}

/** The public row becomes what is given, whole. */
export const publishResource = (id: number, input: ResourceInput, within?: Writing) =>
  write(async ({ tx, changed }) => {
    const { topicIds, authorIds, presenterIds, attachments: files, links, ...row } = input;
    const before = await resourceState(tx, id);
    if (before.trashedAt) throw new Rejected('id', 'This is in the trash. Restore it before you publish it.');
    await refuseWithoutStart(tx, before);
    const now = new Date();
    await tx
      .update(resources)
      .set({
        ...row,
        body: TextTree.parse(row.body),
        publishedAt: now,
        firstPublishedAt: before.firstPublishedAt ?? now,
        withdrawnAt: null,
        withdrawnReason: null,
      })
      .where(eq(resources.id, id));
    await replaceParts(tx, { id, kind: before.kind, topicIds, authorIds, presenterIds, files, links });
    changed({ of: 'resource', before, after: await resourceState(tx, id) });
  }, within);

/** Takes a page from the public on purpose: its address says why, or leads elsewhere. */
export const withdrawPage = (given: {
  id: number;
  reason: string;
  redirectTo: string | null;
  byId: number;
}) =>
  write(async (writing) => {
    const { id, reason, redirectTo, byId } = given;
    const { tx } = writing;
    const before = await resourceState(tx, id);
    await withdrawResource(id, reason, writing);
    if (redirectTo) await leadAway(tx, addressOf(before), redirectTo);
    const owner = { of: 'resource' as const, id };
    await endWaiting(tx, owner);
    await recordOn(tx, {
      owner,
      byId,
      act: 'withdrew',
      detail: { reason, ...(redirectTo && { redirectTo }) },
    });
  });

/** Takes a resource from the public; its address says why. */
export const withdrawResource = (id: number, reason: string, within?: Writing) =>
  write(async ({ tx, changed }) => {
    const before = await resourceState(tx, id);
    if (!before.publishedAt || before.withdrawnAt || before.trashedAt)
      throw new Rejected('id', 'Only what is public can be withdrawn.');
    await tx
      .update(resources)
      .set({ withdrawnAt: new Date(), withdrawnReason: reason })
      .where(eq(resources.id, id));
    changed({ of: 'resource', before, after: undefined });
  }, within);

async function refuseWithoutStart(tx: Transaction, { id, kind }: { id: number; kind: ResourceKind }) {
  if (kind !== 'webinar') return;
  const [webinar] = await tx
    .select({ id: webinars.resourceId })
    .from(webinars)
    .where(eq(webinars.resourceId, id));
  if (!webinar) throw new Rejected('start', 'A webinar is announced with its start.');
}
