import { eq } from 'drizzle-orm';
import { addJob } from '@/db/queue';
import { type TranscriptParagraph, type Webinar, webinars } from '@/db/schema';
import { type Writing, write } from '@/db/write';
import { lockedState, publishResource, type ResourceInput } from '@/features/resources/mutations';
import { Rejected } from '@/lib/rejected';
import { resolveLocal } from '@/lib/time';

/** `offset` (such as `-05:00`) says which, where a clock change repeats the local time. */
export type Start = { local: string; zone: string; offset?: string };

export type WebinarInput = Pick<
  Webinar,
  'minutes' | 'registration' | 'registrationUrl' | 'roomUrl' | 'cost' | 'captions' | 'contactHours'
> & { start: Start; uid: string };

/** Publishes a webinar's page and puts it on the lists; its day is the day it is held in its own zone. */
export const announceWebinar = (
  id: number,
  input: { resource: Omit<ResourceInput, 'day'>; webinar: WebinarInput },
  within?: Writing,
) =>
  write(async (writing) => {
    const { start, ...rest } = input.webinar;
    const time = timeOf(start, rest.minutes);
    const row = { ...rest, ...time };
    await writing.tx
      .insert(webinars)
      .values({ resourceId: id, ...row })
      .onConflictDoUpdate({ target: webinars.resourceId, set: row });
    await publishResource(id, { ...input.resource, day: start.local.slice(0, 10) }, writing);
    await awaitTurns(writing, id, time);
  }, within);

/** Not at that time, and no new time yet. */
export const postponeWebinar = (id: number, reason: string, within?: Writing) =>
  changeCourse(id, { state: 'postponed', stateReason: reason }, within);

export const cancelWebinar = (id: number, reason: string, within?: Writing) =>
  changeCourse(id, { state: 'cancelled', stateReason: reason }, within);

/** The recording is there: a file among the attachments, or a link. */
export const publishRecording = (
  id: number,
  recording: { recordingUrl: string | null; transcript: TranscriptParagraph[] | null },
  within?: Writing,
) => changeCourse(id, { ...recording, recordedAt: new Date() }, within);

/** The clock has passed a start or an end: what shows the webinar is old. */
export const turnWebinar = (id: number, within?: Writing) => changeCourse(id, {}, within);

const changeCourse = (id: number, change: Partial<Webinar>, within?: Writing) =>
  write(async ({ tx, changed }) => {
    const state = await lockedState(tx, id);
    if (Object.keys(change).length > 0)
      await tx.update(webinars).set(change).where(eq(webinars.resourceId, id));
    changed({ of: 'resource', before: state, after: state });
  }, within);

function timeOf(start: Start, minutes: number) {
  const resolved = resolveLocal(start);
  if (resolved.status === 'gap')
    throw new Rejected(
      'start',
      `The clocks skip this time. The nearest are ${resolved.earlier} and ${resolved.later}.`,
    );
  const chosen =
    resolved.status === 'ok'
      ? new Date(resolved.instant)
      : [resolved.earlier, resolved.later]
          .filter((time) => time.endsWith(start.offset ?? '?'))
          .map((time) => new Date(time))[0];
  if (!chosen)
    throw new Rejected('start', 'The clocks show this time twice that day. Choose the first or the second.');
  return {
    localStart: start.local,
    zone: start.zone,
    offsetMinutes: (Date.parse(`${start.local}Z`) - chosen.getTime()) / 60_000,
    startsAt: chosen,
    endsAt: new Date(chosen.getTime() + minutes * 60_000),
  };
}

/** The worker says when the start and the end have come; a moved webinar moves its jobs. */
async function awaitTurns({ tx }: Writing, id: number, time: { startsAt: Date; endsAt: Date }) {
  const turns = [
    ['start', time.startsAt],
    ['end', time.endsAt],
  ] as const;
  for (const [turn, at] of turns) {
    if (at <= new Date()) continue;
    await addJob(tx, 'turn-webinar', { payload: { resourceId: id }, at, key: `webinar:${id}:${turn}` });
  }
}
