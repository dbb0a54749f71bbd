import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { uploads } from '@/db/schema';

/** An uploaded file and who brought it, for staff. */
export async function uploadOf(fileKey: string) {
  const [row] = await db().select().from(uploads).where(eq(uploads.fileKey, fileKey));
  return row;
}
