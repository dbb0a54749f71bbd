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
      .onConflictDoNothing({ target: uploads.fileKey });
    const item = { kind: 'upload', id: null, title: fileName };
    await record(tx, { byId, act: 'uploaded', item, detail: upload });
  });

/** Removes what uploads left unfinished a day ago or longer, when the site was killed in one. */
export const sweepUnfinished = () => diskStore(env().DATA_DIR).sweep(new Date(Date.now() - A_DAY));
