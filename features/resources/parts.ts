import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import {
  attachments,
  people,
  photoUses,
  type ResourceKind,
  relatedLinks,
  resourcePeople,
  resources,
  topicResources,
  topics,
  uploads,
} from '@/db/schema';
import type { AttachmentDraft, PersonDraft } from '@/features/revisions/draft';
import { Rejected } from '@/lib/rejected';
import { type DraftTree, type DraftUse, finished, type TextTree, usesOfDraft } from '@/lib/text-tree';

export type AttachmentInput = {
  type: (typeof attachments.$inferSelect)['type'];
  title: string;
} & ({ url: string } | { fileKey: string; fileName: string; mediaType: string; bytes: number });

type UseOwner = { topicId: number } | { resourceId: number };

/**
 * The photos of a page become those of its draft: the one beside the headline and the figures of its text, in which
 * each then has the number of its use.
 */
export async function replaceUses(
  tx: Transaction,
  owner: UseOwner,
  { hero, text }: { hero: DraftUse | null; text: DraftTree },
): Promise<TextTree> {
  await tx
    .delete(photoUses)
    .where(
      'topicId' in owner ? eq(photoUses.topicId, owner.topicId) : eq(photoUses.resourceId, owner.resourceId),
    );
  const place = async (where: 'hero' | 'figure', use: DraftUse) => {
    const [row] = await tx
      .insert(photoUses)
      .values({ ...owner, place: where, ...chosen(use) })
      .returning({ id: photoUses.id })
      .catch(refuseDeletedPhoto);
    if (!row) throw new Error('no row came back');
    return row.id;
  };
  if (hero) await place('hero', hero);
  const useIds: number[] = [];
  for (const use of usesOfDraft(text)) useIds.push(await place('figure', use));
  return finished(text, useIds);
}

/** Somebody deletes a photo in the moment in which a page with it is published. */
function refuseDeletedPhoto(error: unknown): never {
  if (violationOf(error) === '23503')
    throw new Rejected('body', 'A photo of this page has just been deleted. Choose another, or take it out.');
  throw error;
}

const chosen = ({ photoId, alt, decorative, caption }: DraftUse) => ({
  photoId,
  decorative,
  alt: decorative ? null : (alt?.trim() ?? null),
  caption: caption?.trim() || null,
});

/** The people of a draft: who is known under the same name, affiliation and address is the same person. */
export async function peopleIds(tx: Transaction, drafts: PersonDraft[]): Promise<number[]> {
  const ids: number[] = [];
  for (const draft of drafts) {
    const person = {
      name: draft.name.trim(),
      affiliation: draft.affiliation.trim() || null,
      url: draft.url.trim() || null,
    };
    if (!person.name) continue;
    const [known] = await tx
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          eq(people.name, person.name),
          person.affiliation ? eq(people.affiliation, person.affiliation) : isNull(people.affiliation),
          person.url ? eq(people.url, person.url) : isNull(people.url),
        ),
      );
    const [row] = known ? [known] : await tx.insert(people).values(person).returning({ id: people.id });
    if (row && !ids.includes(row.id)) ids.push(row.id);
  }
  return ids;
}

/** Those of the topics that are there, each once: a draft may name what was deleted since. */
export async function standingTopics(tx: Transaction, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: topics.id })
    .from(topics)
    .where(and(inArray(topics.id, ids), isNull(topics.trashedAt)));
  const known = new Set(rows.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => known.has(id));
}

/** What a draft says of a file is not believed: it is what was found when it was uploaded. */
export async function verifiedAttachments(
  tx: Transaction,
  drafts: AttachmentDraft[],
): Promise<AttachmentInput[]> {
  const verified: AttachmentInput[] = [];
  for (const draft of drafts) {
    const { type } = draft;
    if ('url' in draft) {
      const url = draft.url.trim();
      verified.push({ type, title: draft.title.trim() || url, url });
      continue;
    }
    const { fileKey } = draft;
    const [file] = await tx.select().from(uploads).where(eq(uploads.fileKey, fileKey));
    const [used] = file
      ? []
      : await tx.select().from(attachments).where(eq(attachments.fileKey, fileKey)).limit(1);
    const { mediaType, bytes } = file ?? used ?? {};
    if (!mediaType || !bytes)
      throw new Rejected('attachments', `The file “${draft.fileName}” is not here. Upload it again.`);
    const ending = fileKey.slice(fileKey.indexOf('.'));
    const fileName = draft.fileName.toLowerCase().endsWith(ending)
      ? draft.fileName
      : `${draft.fileName}${ending}`;
    verified.push({ type, title: draft.title.trim() || fileName, fileKey, fileName, mediaType, bytes });
  }
  return verified;
}

/** The code of Postgres for the rule that a statement broke: 23505 is unique, 23503 a reference. */
const violationOf = (error: unknown) =>
  (((error as { cause?: unknown }).cause ?? error) as { code?: string }).code;

/** Two who publish under one address at once: the database lets one. */
export function refuseTakenSlug(error: unknown): never {
  if (violationOf(error) === '23505')
    throw new Rejected('slug', 'Another page has just taken this address. Choose another.');
  throw error;
}

/** The address goes to this resource, or is refused with the title of the one that has it. */
export async function takeSlug(
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

type Parts = {
  id: number;
  kind: ResourceKind;
  topicIds: number[];
  authorIds: number[];
  presenterIds: number[];
  files: AttachmentInput[];
  links: { title: string; url: string }[];
};

/** Everything around a public text, whole: what was there is replaced. */
export async function replaceParts(tx: Transaction, parts: Parts) {
  const resourceId = parts.id;
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
  // In this order, and sent at once: one connection does one after the other.
  await Promise.all([
    tx.delete(topicResources).where(eq(topicResources.resourceId, resourceId)),
    tx.delete(resourcePeople).where(eq(resourcePeople.resourceId, resourceId)),
    tx.delete(attachments).where(eq(attachments.resourceId, resourceId)),
    tx.delete(relatedLinks).where(eq(relatedLinks.resourceId, resourceId)),
    placed.length > 0 && tx.insert(topicResources).values(placed),
    named.length > 0 && tx.insert(resourcePeople).values(named),
    attached.length > 0 && tx.insert(attachments).values(attached),
    linked.length > 0 && tx.insert(relatedLinks).values(linked),
  ]);
}
