import { db } from '@/db/client';
import { type StaffRole, staff } from '@/db/schema';
import { unique } from './acts';

export type Member = { id: number; name: string; mail: string };

/** Somebody new on the staff list. */
export async function member(role: StaffRole): Promise<Member> {
  const word = unique(role);
  const [row] = await db()
    .insert(staff)
    .values({ name: `The ${word}`, mail: `${word}@example.org`, role })
    .returning();
  if (!row) throw new Error('no row came back');
  return row;
}
