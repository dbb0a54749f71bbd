import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as ByteStream } from 'node:stream/web';
import type { Content } from './content';

const folders = ['originals', 'media', 'attachments'] as const;
export type Folder = (typeof folders)[number];

/** Files live below DATA_DIR under names made of their content, so that a name never shows other bytes. */
export const fileAt = (dataDir: string, folder: Folder, name: string) =>
  path.join(dataDir, 'files', folder, name);

export const contentKey = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Where files are kept: on this machine's disk. */
export type FileStore = {
  /** Takes a stream to its end; `watch` sees how much has come and how it begins, and throws to end it. */
  receive(source: ReadableStream<Uint8Array>, watch: Watch): Promise<Received>;
  /** `undefined` where there is no such file. */
  read(folder: Folder, name: string): Promise<{ bytes: number; stream: ReadableStream } | undefined>;
  /** Removes a file, unless it was written since. */
  remove(folder: Folder, name: string, written: { before: Date }): Promise<void>;
  /** Removes what was being written before a moment and never got its name. */
  sweep(before: Date): Promise<number>;
};
type Watch = (bytes: number, head: Uint8Array) => void;
/** A whole file that has no name yet: it is kept, or discarded. */
type Received = {
  content: Content;
  /** Its SHA-256. */
  key: string;
  /** When this has resolved, the file outlives a loss of power. */
  keep(folder: Folder, name: string): Promise<void>;
  discard(): Promise<void>;
};

const HEAD = 4096;
const UNFINISHED = '.part';

export const diskStore = (dataDir: string): FileStore => ({
  async receive(source, watch) {
    const unfinished = fileAt(dataDir, 'attachments', `${randomUUID()}${UNFINISHED}`);
    await mkdir(path.dirname(unfinished), { recursive: true });
    const file = await open(unfinished, 'wx+');
    const discard = async () => {
      await file.close().catch(() => {});
      await rm(unfinished, { force: true });
    };
    try {
      const { key, size } = await taken(source, file, watch);
      const read = async (from: number, length: number) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - from)));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
        return bytes.subarray(0, bytesRead);
      };
      const keep = async (folder: Folder, name: string) => {
        const target = fileAt(dataDir, folder, name);
        await file.sync();
        await file.close();
        await mkdir(path.dirname(target), { recursive: true });
        await rename(unfinished, target);
        await syncFolder(path.dirname(target));
      };
      return { content: { size, read }, key, keep, discard };
    } catch (error) {
      await discard();
      throw error;
    }
  },
  async read(folder, name) {
    const file = fileAt(dataDir, folder, name);
    const found = await stat(file).catch(() => undefined);
    if (!found) return undefined;
    const stream = Readable.toWeb(createReadStream(file)) as ReadableStream;
    return { bytes: found.size, stream };
  },
  async remove(folder, name, { before }) {
    const file = fileAt(dataDir, folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtime < before) await rm(file, { force: true });
  },
  async sweep(before) {
    let swept = 0;
    for (const folder of folders) {
      const names = await readdir(fileAt(dataDir, folder, '')).catch(() => []);
      for (const name of names.filter((each) => each.endsWith(UNFINISHED))) {
        const file = fileAt(dataDir, folder, name);
        const found = await stat(file).catch(() => undefined);
        if (!found || found.mtime >= before) continue;
        await rm(file, { force: true });
        swept++;
      }
    }
    return swept;
  },
});

type OpenFile = Awaited<ReturnType<typeof open>>;

async function taken(source: ReadableStream<Uint8Array>, file: OpenFile, watch: Watch) {
  const hash = createHash('sha256');
  let size = 0;
  let head = new Uint8Array(0);
  for await (const chunk of source as ByteStream<Uint8Array>) {
    if (head.length < HEAD)
      head = new Uint8Array(Buffer.concat([head, chunk.subarray(0, HEAD - head.length)]));
    size += chunk.length;
    watch(size, head);
    hash.update(chunk);
    for (let from = 0; from < chunk.length; ) from += (await file.write(chunk, from)).bytesWritten;
  }
  return { key: hash.digest('hex'), size };
}

/** A new name is on the disk when its folder is (fsync(2)); Windows has no such thing. */
async function syncFolder(folder: string) {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

type Named = { target: string; bytes: Uint8Array };

export const storeFile = (target: string, bytes: Uint8Array) => storeFiles([{ target, bytes }]);

/** All are written whole under other names, then renamed: a name never stands for half a file, nor some for all. */
export async function storeFiles(files: Named[]) {
  const written: { target: string; unfinished: string }[] = [];
  try {
    for (const { target, bytes } of files) {
      if (await stat(target).catch(() => undefined)) continue;
      await mkdir(path.dirname(target), { recursive: true });
      const unfinished = `${target}.${randomUUID()}${UNFINISHED}`;
      written.push({ target, unfinished });
      await writeFile(unfinished, bytes, { flush: true });
    }
    for (const { target, unfinished } of written) await rename(unfinished, target);
    for (const folder of new Set(written.map(({ target }) => path.dirname(target)))) await syncFolder(folder);
  } catch (error) {
    for (const { unfinished } of written) await rm(unfinished, { force: true });
    throw error;
  }
}

/** The disk, or what one may use of it, is full. */
export const isFull = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
