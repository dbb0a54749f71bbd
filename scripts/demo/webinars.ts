import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Writing } from '@/db/write';
import type { ResourceInput } from '@/features/resources/mutations';
import {
  announceWebinar,
  cancelWebinar,
  postponeWebinar,
  publishRecording,
} from '@/features/webinars/mutations';
import { attachmentsOf } from './files';
import type { Demo, DemoStart, DemoWebinar } from './front-matter';

type Announcement = {
  id: number;
  dataDir: string;
  webinar: Demo<z.infer<typeof DemoWebinar>>;
  resource: Omit<ResourceInput, 'day'>;
  presenterIds: number[];
};

/** Announces a webinar and then does to it what its front matter says was done. */
export async function announce(
  writing: Writing,
  { id, dataDir, webinar, resource, presenterIds }: Announcement,
) {
  const { front, slug } = webinar;
  const recording = front.recording
    ? [{ type: 'recording' as const, title: `Recording: ${front.title}`, file: front.recording }]
    : [];
  const captions =
    front.recording && front.transcript
      ? [{ type: 'captions' as const, title: 'Captions', file: front.transcript }]
      : [];
  const attachments = await attachmentsOf(dataDir, [...recording, ...captions, ...front.attachments]);
  await announceWebinar(
    id,
    {
      resource: { ...resource, presenterIds, attachments },
      webinar: {
        start: { local: localStart(front.start, front.zone), zone: front.zone, offset: front.offset },
        uid: `webinar-${slug}@commonshelf.example.org`,
        minutes: front.minutes,
        registration: front.registration.kind,
        registrationUrl: front.registration.url ?? null,
        roomUrl: null,
        cost: front.cost ?? null,
        captions: front.captions,
        contactHours: front.contactHours ?? null,
      },
    },
    writing,
  );
  if (front.state === 'postponed') await postponeWebinar(id, front.stateReason ?? '', writing);
  if (front.state === 'cancelled') await cancelWebinar(id, front.stateReason ?? '', writing);
  if (front.recording) await publishRecording(id, { recordingUrl: null }, writing);
}

/** The wall time of a start that may be counted from now. */
function localStart(start: DemoStart, zone: string): string {
  if (typeof start === 'string') return start;
  const now = Temporal.Now.zonedDateTimeISO(zone);
  const local =
    'inMinutes' in start
      ? now.add({ minutes: start.inMinutes }).round({ smallestUnit: 'minute', roundingMode: 'ceil' })
      : now.add({ days: start.inDays }).withPlainTime(start.at);
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
