import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { kindIn } from '@/lib/addresses';
import { Rejected } from '@/lib/rejected';
import type { Transaction } from './client';
import { redirects, resources, topics } from './schema';

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

/**
 * A withdrawn page leads to another, as long as it is withdrawn. What led to it before is left as it is; an old
 * address is followed to where its page lives now.
 */
export async function leadAway(tx: Transaction, fromPath: string, wanted: string) {
  const [moved] = await tx.select().from(redirects).where(eq(redirects.fromPath, wanted));
  const toPath = (await isLive(tx, wanted)) ? wanted : (moved?.toPath ?? wanted);
  if (toPath === fromPath || !(await isLive(tx, toPath)))
    throw new Rejected(
      'redirectTo',
      'No page is at this address. Write that of one which visitors can read.',
    );
  await tx
    .insert(redirects)
    .values({ fromPath, toPath })
    .onConflictDoUpdate({ target: redirects.fromPath, set: { toPath } });
}

const lists = ['/', '/topics', '/news', '/webinars', '/credits', '/accessibility', '/privacy'];

async function isLive(tx: Transaction, path: string): Promise<boolean> {
  if (lists.includes(path)) return true;
  const [, folder = '', slug = ''] = /^\/([a-z]+)\/([a-z0-9-]+)$/.exec(path) ?? [];
  const kind = kindIn(folder);
  const table = folder === 'topics' ? topics : resources;
  if (folder !== 'topics' && !kind) return false;
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.slug, slug),
        kind ? eq(resources.kind, kind) : undefined,
        isNotNull(table.publishedAt),
        isNull(table.withdrawnAt),
        isNull(table.trashedAt),
      ),
    );
  return row !== undefined;
}
