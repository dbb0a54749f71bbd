import { and, eq, isNull } from 'drizzle-orm';
import { previewLinks } from '@/db/schema';
import { write } from '@/db/write';
import { recordOn, refuseTrashed } from '@/features/revisions/mutations';
import { isOf, ownerColumn } from '@/features/revisions/owner';
import type { Owner } from '@/features/revisions/owner-name';
import { hashOf, newToken } from '@/lib/tokens';

/** A link that shows the draft to somebody without an account, until it expires or is taken back. */
export const makePreviewLink = ({ days, byId, ...owner }: Owner & { days: number; byId: number }) =>
  write(async ({ tx }) => {
    await refuseTrashed(tx, owner);
    const token = newToken();
    const expiresAt = new Date(Date.now() + days * 86_400_000);
    await tx
      .insert(previewLinks)
      .values({ ...ownerColumn(owner), tokenHash: hashOf(token), byId, expiresAt });
    await recordOn(tx, {
      owner,
      byId,
      act: 'made a preview link',
      detail: { until: expiresAt.toISOString() },
    });
    return token;
  });

export const revokePreviewLink = ({ linkId, byId, ...owner }: Owner & { linkId: number; byId: number }) =>
  write(async ({ tx }) => {
    const revoked = await tx
      .update(previewLinks)
      .set({ revokedAt: new Date() })
      .where(and(isOf(previewLinks, owner), eq(previewLinks.id, linkId), isNull(previewLinks.revokedAt)))
      .returning({ id: previewLinks.id });
    if (revoked.length > 0) await recordOn(tx, { owner, byId, act: 'took back a preview link' });
  });
