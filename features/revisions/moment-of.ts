import { Rejected } from '@/lib/rejected';
import { resolveLocal } from '@/lib/time';

/** A wall time in its zone; a day that there is not, such as 30 February, is refused in words. */
export function momentOf(local: string, zone: string) {
  try {
    return resolveLocal({ local, zone });
  } catch {
    throw new Rejected('local', 'This is not a day and a time.');
  }
}
