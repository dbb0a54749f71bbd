import type { Credit } from '@/features/credits/credit';
import { env } from '@/lib/env';
import { photoFile } from './admin/queries';
import { remakeRenditions } from './renditions';
import { sameCredit } from './stored-credit';

/** The file of a photo, and its resized copies with a credit that is about to be confirmed where they lack it. */
export async function confirmedCopies(id: number, credit: Credit) {
  const photo = await photoFile(id);
  const fileKey = photo?.fileKey ?? null;
  if (!photo || !fileKey || (photo.isConfirmed && sameCredit(photo.credit, credit))) return { fileKey };
  return { fileKey, renditions: await remakeRenditions(env().DATA_DIR, fileKey, credit) };
}
