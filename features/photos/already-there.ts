import { Rejected } from '@/lib/rejected';

/** The same file is in the library, as the photo with this number. */
export class AlreadyThere extends Rejected {
  constructor(readonly photoId: number) {
    super('file', 'This photo is already in the library.');
  }
}
