import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { people, photoUses } from '@/db/schema';
import type { PersonDraft } from '@/features/revisions/draft';
import { type DraftTree, type DraftUse, finished, type TextTree, usesOfDraft } from '@/lib/text-tree';

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
  if (hero) await tx.insert(photoUses).values({ ...owner, place: 'hero', ...chosen(hero) });
  const useIds: number[] = [];
  for (const use of usesOfDraft(text)) {
    const [row] = await tx
      .insert(photoUses)
      .values({ ...owner, place: 'figure', ...chosen(use) })
      .returning({ id: photoUses.id });
    if (row) useIds.push(row.id);
  }
  return finished(text, useIds);
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
