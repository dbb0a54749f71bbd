import { and, eq, gt, isNull, or, sql, sum } from 'drizzle-orm';
import { authorize } from '@/auth/authorize';
import type { Person } from '@/auth/person';
import { db } from '@/db/client';
import { attachments, resources, uploads, workingCopies } from '@/db/schema';

/** A stored file's kind, whether it was uploaded here or came with the demonstration. */
export async function storedFile(fileKey: string): Promise<{ mediaType: string } | undefined> {
  const [row] = await db()
    .select({ mediaType: uploads.mediaType })
    .from(uploads)
    .where(eq(uploads.fileKey, fileKey))
    .union(
      db()
        .select({ mediaType: sql<string>`${attachments.mediaType}` })
        .from(attachments)
        .where(eq(attachments.fileKey, fileKey)),
    )
    .limit(1);
  return row;
}

/** Editors may open every file; others those that they brought, or that a draft has which they may read. */
export async function mayOpenFile(person: Person, fileKey: string): Promise<boolean> {
  if (authorize(person, 'publish')) return true;
  const [brought] = await db()
    .select({ fileKey: uploads.fileKey })
    .from(uploads)
    .where(and(eq(uploads.fileKey, fileKey), eq(uploads.byId, person.id)));
  if (brought) return true;
  const [named] = await db()
    .select({ id: resources.id })
    .from(resources)
    .innerJoin(workingCopies, eq(workingCopies.resourceId, resources.id))
    .where(
      and(
        isNull(resources.trashedAt),
        sql`jsonb_path_exists(${workingCopies.content}, '$.attachments[*] ? (@.fileKey == $key)',
          ${JSON.stringify({ key: fileKey })}::jsonb)`,
        or(
          eq(resources.createdById, person.id),
          sql`jsonb_path_exists(${workingCopies.content}, '$.people[*] ? (@.staffId == $id)',
            ${JSON.stringify({ id: person.id })}::jsonb)`,
        ),
      ),
    )
    .limit(1);
  return named !== undefined;
}

/** How many bytes somebody has brought in the last day. */
export async function uploadedToday(byId: number): Promise<number> {
  const [row] = await db()
    .select({ bytes: sum(uploads.bytes) })
    .from(uploads)
    .where(and(eq(uploads.byId, byId), gt(uploads.createdAt, sql`now() - interval '1 day'`)));
  return Number(row?.bytes ?? 0);
}
