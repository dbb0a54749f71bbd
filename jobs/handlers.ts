import type { Task } from 'graphile-worker';
import { z } from 'zod';
import type { Jobs } from '@/db/queue';
import { forgetOldRates } from '@/db/rates';
import { sendMail } from '@/features/mails/mutations';
import { emptyTrash } from '@/features/resources/admin/mutations';
import { emptyTrash as emptyTopicTrash } from '@/features/topics/mutations';
import { forgetUnused, sweepUnfinished } from '@/features/uploads/mutations';
import { turnWebinar } from '@/features/webinars/mutations';
import { publishScheduled } from './publish-scheduled';

/** What each job does. A job may come twice, so each has one effect however often it is done. */
export const handlers: Record<keyof Jobs, Task> = {
  'turn-webinar': async (payload) => {
    const { resourceId } = z.object({ resourceId: z.number() }).parse(payload);
    await turnWebinar(resourceId);
  },
  'publish-scheduled': async (payload) => {
    const { scheduleId } = z.object({ scheduleId: z.number() }).parse(payload);
    await publishScheduled(scheduleId);
  },
  'send-mail': async (payload) => {
    const { mailId, look } = z.object({ mailId: z.number(), look: z.boolean().optional() }).parse(payload);
    await sendMail(mailId, { look });
  },
  tidy: async () => {
    await emptyTrash();
    await emptyTopicTrash();
    await forgetOldRates();
    await forgetUnused();
    await sweepUnfinished();
  },
};
