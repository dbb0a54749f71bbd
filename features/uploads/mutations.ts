import { sql } from 'drizzle-orm';
import { record } from '@/db/audit';
import { uploads } from '@/db/schema';
import { write } from '@/db/write';
import { env } from '@/lib/env';
import { diskStore } from '@/lib/storage';

const A_DAY = 86_400_000;

type Upload = { fileKey: string; fileName: string; mediaType: string; bytes: number };

/** A file is there, and whose it is. The same file again stays with who brought it first. */
export const recordUpload = ({ fileName, ...upload }: Upload, { byId }: { byId: number }) =>
  write(async ({ tx }) => {
    await tx
      .insert(uploads)
      .values({ ...upload, byId })
      .onConflictDoUpdate({ target: uploads.fileKey, set: { createdAt: sql`now()` } });
    const item = { kind: 'upload', id: null, title: fileName };
    await record(tx, { byId, act: 'uploaded', item, detail: upload });
  });

/**
 * Deletes files that were brought thirty days ago or longer and that nothing names: no page, no draft, no revision that
 * could be restored. The row goes first, so that no row is without its file.
 */
export async function forgetUnused() {
  const unused = await write(({ tx }) =>
    tx
      .delete(uploads)
      .where(
        sql`${uploads.createdAt} < now() - interval '30 days' and ${uploads.fileKey} not in (
          select file_key from attachments where file_key is not null
          union select jsonb_path_query(content, '$.attachments[*].fileKey') #>> '{}' from working_copies
          union select jsonb_path_query(content, '$.attachments[*].fileKey') #>> '{}' from revisions)`,
      )
      .returning({ fileKey: uploads.fileKey }),
  );
  const store = diskStore(env().DATA_DIR);
  // Not one that was brought again at this moment.
  const before = new Date(Date.now() - A_DAY);
  for (const { fileKey } of unused) await store.remove('attachments', fileKey, { before });
}

/** Removes what uploads left unfinished a day ago or longer, when the site was killed in one. */
export const sweepUnfinished = () => diskStore(env().DATA_DIR).sweep(new Date(Date.now() - A_DAY));
