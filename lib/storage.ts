import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Folder = 'originals' | 'media' | 'attachments';

/** Files live below DATA_DIR under names made of their content, so that a name never shows other bytes. */
export const fileAt = (dataDir: string, folder: Folder, name: string) =>
  path.join(dataDir, 'files', folder, name);

export const contentKey = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Written whole under another name, then renamed: a name never stands for half a file. */
export async function storeFile(target: string, bytes: Uint8Array) {
  if (await stat(target).catch(() => undefined)) return;
  await mkdir(path.dirname(target), { recursive: true });
  const unfinished = `${target}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, bytes, { flush: true });
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
