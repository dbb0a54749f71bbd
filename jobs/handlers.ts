import type { Task } from 'graphile-worker';
import { z } from 'zod';
import type { Jobs } from '@/db/queue';
import { turnWebinar } from '@/features/webinars/mutations';

/** What each job does. A job may come twice, so each has one effect however often it is done. */
export const handlers: Record<keyof Jobs, Task> = {
  'turn-webinar': async (payload) => {
    const { resourceId } = z.object({ resourceId: z.number() }).parse(payload);
    await turnWebinar(resourceId);
  },
};
