import { asc, eq, sql } from 'drizzle-orm';
import { record } from '@/db/audit';
import { freeAddress } from '@/db/redirects';
import { type ResourceKind, resources, workingCopies } from '@/db/schema';
import { resourceState } from '@/db/states';
import { write } from '@/db/write';
import { createResource } from '@/features/resources/mutations';
import { emptyResource, ResourceDraft } from '@/features/revisions/draft';
import { publicDraft } from '@/features/revisions/item/queries';
import { endWaiting, lockedCopy, lockItem, recordOn, startWorkingCopy } from '@/features/revisions/mutations';
import { addressOf } from '@/lib/addresses';
import { newToken } from '@/lib/tokens';

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

/** The calendar day it is in a zone, YYYY-MM-DD. */
const today = (zone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());

/** Puts away: off the site at once, to be restored within thirty days. */
export const trashResources = (ids: number[], { byId }: { byId: number }) =>
  write(async ({ tx, changed }) => {
    for (const id of [...ids].sort((one, other) => one - other)) {
      // Deleted for good since the list was shown.
      if (!(await lockItem(tx, { of: 'resource', id }))) continue;
      const before = await resourceState(tx, id);
      if (before.trashedAt) continue;
      await tx.update(resources).set({ trashedAt: new Date() }).where(eq(resources.id, id));
      const owner = { of: 'resource' as const, id };
      await endWaiting(tx, owner);
      changed({ of: 'resource', before, after: undefined });
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
    changed({ of: 'resource', before: undefined, after: before });
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
