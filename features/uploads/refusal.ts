import { isFull } from '@/lib/storage';

const headers = { 'cache-control': 'private, no-store' };

/** A file that is not taken, with the sentence that stands beside it. */
export const refusedFile = (
  sentence: string,
  { status = 422, ...more }: { status?: number; id?: number } = {},
) => Response.json({ field: 'file', sentence, ...more }, { status, headers });

/** What is said when it was not the file's fault; `undefined` where it is a bug. */
export function refusedByMachine(error: unknown, { aborted }: { aborted: boolean }): Response | undefined {
  if (isFull(error)) return refusedFile(noRoom, { status: 507 });
  // Whoever sent it has left, and nobody reads this.
  return aborted ? refusedFile('The upload was cancelled.', { status: 400 }) : undefined;
}

const noRoom =
  'There is no room left on the server’s disk. Nothing was stored. Tell the person who runs this site; everything else goes on.';
