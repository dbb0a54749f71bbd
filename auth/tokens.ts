import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { db, type Transaction } from '@/db/client';
import { signInTokens, staff } from '@/db/schema';
import { hashOf, newToken } from '@/lib/tokens';

/** A link's token that signs one person in, or with no person makes the first admin; stored as its hash. */
export async function mintSignInToken(
  tx: Pick<Transaction, 'insert'>,
  { staffId, minutes }: { staffId: number | null; minutes: number },
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + minutes * 60_000);
  await tx.insert(signInTokens).values({ tokenHash: hashOf(token), staffId, expiresAt });
  return token;
}

/** Whom a link would sign in, without using it up; `first` makes the first admin. */
export async function tokenHolder(token: string): Promise<{ name: string } | 'first' | undefined> {
  const [row] = await db()
    .select({ staffId: signInTokens.staffId, name: staff.name })
    .from(signInTokens)
    .leftJoin(staff, eq(staff.id, signInTokens.staffId))
    .where(
      and(
        eq(signInTokens.tokenHash, hashOf(token)),
        gt(signInTokens.expiresAt, new Date()),
        or(isNull(staff.id), isNull(staff.disabledAt)),
      ),
    );
  if (!row) return undefined;
  return row.staffId === null ? 'first' : { name: row.name ?? '' };
}
