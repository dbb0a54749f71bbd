import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { record } from '@/db/audit';
import type { Transaction } from '@/db/client';
import { freeAddress, leadAway, moveAddress } from '@/db/redirects';
import {
  attachments,
  people,
  type ResourceKind,
  relatedLinks,
  resourcePeople,
  resources,
  topicResources,
  webinars,
  workingCopies,
} from '@/db/schema';
import { resourceState } from '@/db/states';
import { type Writing, write } from '@/db/write';
import { emptyResource, ResourceDraft } from '@/features/revisions/draft';
import { publicDraft } from '@/features/revisions/item/queries';
import {
  addRevision,
  endWaiting,
  lockedCopy,
  recordOn,
  startWorkingCopy,
} from '@/features/revisions/mutations';
import { type Publishing, readyDraft, refuseUnseenWithdrawal } from '@/features/revisions/readiness';
import { addressOf } from '@/lib/addresses';
import { Rejected } from '@/lib/rejected';
import { TextTree } from '@/lib/text-tree';
import { newToken } from '@/lib/tokens';
import {
  type AttachmentInput,
  peopleIds,
  refuseTakenSlug,
  replaceUses,
  standingTopics,
  verifiedAttachments,
} from './parts';

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

/** A new story, webinar or document, empty, for its maker to write. */
export const startResource = ({ kind, byId, zone }: { kind: ResourceKind; byId: number; zone: string }) =>
  write(async (writing) => {
    const { tx } = writing;
    const slug = `draft-${newToken()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 16)}`;
    const id = await createResource({ kind, slug, createdById: byId }, writing);
    const empty = emptyResource(kind);
    const content = {
      ...empty,
      day: kind === 'webinar' ? '' : today(zone),
      webinar: empty.webinar && { ...empty.webinar, zone },
    };
    await startWorkingCopy(tx, { of: 'resource', id }, { content, byId });
    await record(tx, { byId, act: 'created', item: { kind, id, title: null } });
    return id;
  });

/** The working copy that somebody looked at becomes public. */
export const publishWorkingCopy = ({ id, lockVersion, withdrawn, byId }: Publishing) =>
  write(async (writing) => {
    await refuseUnseenWithdrawal(writing.tx, { of: 'resource', id }, withdrawn);
    const draft = await readyDraft(writing.tx, { of: 'resource', id }, lockVersion);
    return publishDraft({ id, draft: ResourceDraft.parse(draft), byId }, writing);
  });

/** The calendar day it is in a zone, YYYY-MM-DD. */
const today = (zone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());

/** What publishing a story or document makes of its draft. The revision that is published is kept, also by the clock. */
export const publishDraft = (
  given: { id: number; draft: ResourceDraft; byId: number | null },
  within?: Writing,
): Promise<{ number: number; address: string }> =>
  write(async (writing) => {
    const before = await resourceState(writing.tx, given.id);
    const input = await inputOf(writing, given);
    await publishResource(given.id, { ...input, day: given.draft.day || input.day }, writing);
    return finishPublishing(writing, { ...given, before });
  }, within);

/**
 * The parts of a draft as `publishResource` takes them; what names other rows is found or made. First, since what a
 * webinar is published with besides comes from its own feature.
 */
export async function inputOf(
  { tx }: Writing,
  { id, draft }: { id: number; draft: ResourceDraft },
): Promise<ResourceInput> {
  const { kind } = await resourceState(tx, id);
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

async function takeSlug(
  tx: Transaction,
  { id, kind, slug }: { id: number; kind: ResourceKind; slug: string },
) {
  const [other] = await tx
    .select({ title: resources.title })
    .from(resources)
    .where(and(eq(resources.kind, kind), eq(resources.slug, slug), ne(resources.id, id)));
  if (other)
    throw new Rejected(
      'slug',
      `Another page has this address: “${other.title ?? 'a draft'}”. Choose another.`,
    );
  await tx.update(resources).set({ slug }).where(eq(resources.id, id)).catch(refuseTakenSlug);
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

/** Puts away: off the site at once, to be restored within thirty days. */
export const trashResources = (ids: number[], { byId }: { byId: number }) =>
  write(async ({ tx, changed }) => {
    for (const id of [...ids].sort((one, other) => one - other)) {
      const before = await resourceState(tx, id);
      if (before.trashedAt) continue;
      await tx.update(resources).set({ trashedAt: new Date() }).where(eq(resources.id, id));
      const owner = { of: 'resource' as const, id };
      await endWaiting(tx, owner);
      changed({ of: 'resource', before, after: before });
      await recordOn(tx, { owner, byId, act: 'put into the trash' });
    }
  });

/** As it was, and public again if it was. */
export const untrashResource = (id: number, { byId }: { byId: number }) =>
  write(async ({ tx, changed }) => {
    const before = await resourceState(tx, id);
    if (!before.trashedAt) return;
    await tx.update(resources).set({ trashedAt: null }).where(eq(resources.id, id));
    if (before.publishedAt && !before.withdrawnAt) await freeAddress(tx, addressOf(before));
    changed({ of: 'resource', before, after: before });
    await recordOn(tx, { owner: { of: 'resource', id }, byId, act: 'restored from the trash' });
  });

/** Adds or removes a topic in the working copies of many at once; visitors see it when each is published. */
export const changeTopicOfMany = (given: { ids: number[]; topicId: number; add: boolean; byId: number }) =>
  write(async ({ tx }) => {
    const { ids, topicId, add, byId } = given;
    for (const id of [...ids].sort((one, other) => one - other)) {
      const owner = { of: 'resource' as const, id };
      const copy = await lockedCopy(tx, owner);
      const draft = copy ? ResourceDraft.parse(copy.content) : await publicDraft(owner, tx);
      if (!draft || !('topicIds' in draft)) continue;
      const others = draft.topicIds.filter((one) => one !== topicId);
      const content = { ...draft, topicIds: add ? [...others, topicId] : others };
      const values = { content, savedById: byId, savedAt: new Date() };
      if (copy)
        await tx
          .update(workingCopies)
          .set({ ...values, lockVersion: sql`${workingCopies.lockVersion} + 1` })
          .where(eq(workingCopies.id, copy.id));
      else await startWorkingCopy(tx, owner, { content, byId });
      await recordOn(tx, {
        owner,
        byId,
        act: add ? 'added a topic' : 'removed a topic',
        detail: { topicId },
      });
    }
  });

/** What has been in the trash for thirty days is deleted; the log keeps its name. */
export const emptyTrash = () =>
  write(async ({ tx, changed }) => {
    const rows = await tx
      .select({ id: resources.id })
      .from(resources)
      .where(sql`${resources.trashedAt} < now() - interval '30 days'`)
      .orderBy(asc(resources.id));
    for (const { id } of rows) {
      const before = await resourceState(tx, id);
      // Restored while this waited for its row.
      if (!before.trashedAt) continue;
      await recordOn(tx, { owner: { of: 'resource', id }, byId: null, act: 'deleted for good' });
      await tx.delete(resources).where(eq(resources.id, id));
      changed({ of: 'resource', before, after: undefined });
    }
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
    changed({ of: 'resource', before, after: before });
  }, within);

async function refuseWithoutStart(tx: Transaction, { id, kind }: { id: number; kind: ResourceKind }) {
  if (kind !== 'webinar') return;
  const [webinar] = await tx
    .select({ id: webinars.resourceId })
    .from(webinars)
    .where(eq(webinars.resourceId, id));
  if (!webinar) throw new Rejected('start', 'A webinar is announced with its start.');
}

type Parts = {
  id: number;
  kind: ResourceKind;
  topicIds: number[];
  authorIds: number[];
  presenterIds: number[];
  files: AttachmentInput[];
  links: { title: string; url: string }[];
};

async function replaceParts(tx: Transaction, parts: Parts) {
  const resourceId = parts.id;
  await tx.delete(topicResources).where(eq(topicResources.resourceId, resourceId));
  await tx.delete(resourcePeople).where(eq(resourcePeople.resourceId, resourceId));
  await tx.delete(attachments).where(eq(attachments.resourceId, resourceId));
  await tx.delete(relatedLinks).where(eq(relatedLinks.resourceId, resourceId));
  const placed = parts.topicIds.map((topicId, position) => ({ topicId, resourceId, position }));
  const named = [
    ...parts.authorIds.map((personId, position) => ({
      personId,
      resourceId,
      position,
      role: 'author' as const,
    })),
    ...parts.presenterIds.map((personId, position) => ({
      personId,
      resourceId,
      position,
      role: 'presenter' as const,
    })),
  ];
  const attached = parts.files.map((file, position) => ({
    ...file,
    resourceId,
    resourceKind: parts.kind,
    position,
  }));
  const linked = parts.links.map((link, position) => ({ ...link, resourceId, position }));
  if (placed.length > 0) await tx.insert(topicResources).values(placed);
  if (named.length > 0) await tx.insert(resourcePeople).values(named);
  if (attached.length > 0) await tx.insert(attachments).values(attached);
  if (linked.length > 0) await tx.insert(relatedLinks).values(linked);
}
