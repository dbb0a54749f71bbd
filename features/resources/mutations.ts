import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import {
  attachments,
  people,
  type ResourceKind,
  relatedLinks,
  resourcePeople,
  resources,
  topicResources,
  webinars,
} from '@/db/schema';
import { resourceState } from '@/db/states';
import { type Writing, write } from '@/db/write';
import { Rejected } from '@/lib/rejected';
import { TextTree } from '@/lib/text-tree';

export type AttachmentInput = {
  type: (typeof attachments.$inferSelect)['type'];
  title: string;
} & ({ url: string } | { fileKey: string; fileName: string; mediaType: string; bytes: number });

/** What stories, webinars and documents are published with. `topicIds` begins with the main topic. */
export type ResourceInput = {
  title: string;
  summary: string | null;
  teaser: string | null;
  body: TextTree;
  day: string;
  correctedOn: string | null;
  reviewedOn: string | null;
  textLicence: string | null;
  topicIds: number[];
  authorIds: number[];
  presenterIds: number[];
  attachments: AttachmentInput[];
  links: { title: string; url: string }[];
};

/** A resource that nobody but staff can see yet. */
export const createResource = (input: { kind: ResourceKind; slug: string }, within?: Writing) =>
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
