import { cache } from 'react';
import { auth } from './next-auth';
import type { Person } from './person';

/** Who is signed in, as of this request: the session's row and the person's row are read each time. */
export const currentPerson = cache(async (): Promise<Person | undefined> => (await auth())?.person);
