import type { StaffRole } from '@/db/schema';

/** Somebody who is signed in, as of this very request. */
export type Person = { id: number; name: string; mail: string; role: StaffRole; sessionId: number };
