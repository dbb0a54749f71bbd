import { eq } from 'drizzle-orm';
import type { Transaction } from './client';
import { redirects } from './schema';

/**
 * A page moved: its old address leads to the new one. Chains collapse, so that one step is enough, and where a page
 * lives now nothing leads away from.
 */
export async function moveAddress(tx: Transaction, fromPath: string, toPath: string) {
  if (fromPath === toPath) return;
  await freeAddress(tx, toPath);
  await tx.update(redirects).set({ toPath }).where(eq(redirects.toPath, fromPath));
  await tx
    .insert(redirects)
    .values({ fromPath, toPath })
    .onConflictDoUpdate({ target: redirects.fromPath, set: { toPath } });
}

/** A page is here again. */
export const freeAddress = (tx: Transaction, path: string) =>
  tx.delete(redirects).where(eq(redirects.fromPath, path));
