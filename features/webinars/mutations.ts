import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { addJob } from '@/db/queue';
import { attachments, resources, type TranscriptParagraph, type Webinar, webinars } from '@/db/schema';
import { resourceState } from '@/db/states';
import { type Writing, write } from '@/db/write';
import { publishResource, type ResourceInput } from '@/features/resources/mutations';
import { parseCaptions } from '@/features/transcripts/captions';
import { env } from '@/lib/env';
import { momentOf, type WallTime } from '@/lib/moment-of';
import { Rejected } from '@/lib/rejected';
import { diskStore } from '@/lib/storage';
import { phaseAt } from './phase';

export type WebinarInput = Pick<
  Webinar,
  'minutes' | 'registration' | 'registrationUrl' | 'roomUrl' | 'cost' | 'captions' | 'contactHours'
> & { start: WallTime; uid: string };

/**
 * Publishes a webinar's page and puts it on the lists; its day is the day it is held in its own zone. Of one that is
 * announced already only the texts change: its time has an act of its own.
 */
export const announceWebinar = (
  id: number,
  input: { resource: Omit<ResourceInput, 'day'>; webinar: WebinarInput },
  within?: Writing,
) =>
  write(async (writing) => {
    const { start, ...rest } = input.webinar;
    const announced = await courseOf(writing, id);
    if (announced) {
      const { cost, captions, contactHours } = rest;
      await writing.tx
        .update(webinars)
        .set({ cost, captions, contactHours })
        .where(eq(webinars.resourceId, id));
    } else {
      const time = timeOf(start, rest.minutes);
      await writing.tx.insert(webinars).values({ resourceId: id, ...rest, ...time });
      await awaitTurns(writing, id, time);
    }
    const day = (announced?.localStart ?? start.local).slice(0, 10);
    await publishResource(id, { ...input.resource, day }, writing);
    if (announced?.recordedAt)
      await writing.tx
        .update(webinars)
        .set({ transcript: await transcriptOf(writing.tx, id) })
        .where(eq(webinars.resourceId, id));
  }, within);

/** A new time, also for one that was postponed, and another length where one is given. */
export const rescheduleWebinar = (
  id: number,
  { minutes: given, ...start }: WallTime & { minutes?: number | undefined },
  within?: Writing,
) =>
  write(async (writing) => {
    const webinar = await courseOf(writing, id);
    if (!webinar || webinar.state === 'cancelled')
      throw new Rejected('start', 'Only an announced webinar can move.');
    const minutes = given ?? webinar.minutes;
    const time = timeOf(start, minutes);
    await writing.tx
      .update(resources)
      .set({ day: start.local.slice(0, 10) })
      .where(eq(resources.id, id));
    await awaitTurns(writing, id, time);
    await changeCourse(id, { ...time, minutes, state: 'scheduled', stateReason: null }, writing);
  }, within);

/** Not at that time, and no new time yet. */
export const postponeWebinar = (id: number, reason: string, within?: Writing) =>
  write(async (writing) => {
    await refuseHeld(writing, id);
    await changeCourse(id, { state: 'postponed', stateReason: reason }, writing);
  }, within);

export const cancelWebinar = (id: number, reason: string, within?: Writing) =>
  write(async (writing) => {
    await refuseHeld(writing, id);
    await changeCourse(id, { state: 'cancelled', stateReason: reason }, writing);
  }, within);

/** What is said in the recording, from the file of its captions, or of its transcript where that one has times. */
async function transcriptOf(tx: Transaction, id: number): Promise<TranscriptParagraph[] | null> {
  const files = await tx
    .select({ type: attachments.type, fileKey: attachments.fileKey })
    .from(attachments)
    .where(and(eq(attachments.resourceId, id), inArray(attachments.type, ['captions', 'transcript'])))
    .orderBy(asc(attachments.type), asc(attachments.position));
  for (const { fileKey } of files) {
    const file = fileKey && /[.](vtt|srt|sbv|txt)$/.test(fileKey) && (await readFile(fileKey));
    const captions = file && parseCaptions(file);
    if (captions && captions.format !== 'txt' && captions.paragraphs.length > 0) return captions.paragraphs;
  }
  return null;
}

async function readFile(fileKey: string): Promise<string | undefined> {
  const file = await diskStore(env().DATA_DIR).read('attachments', fileKey);
  return file && new Response(file.stream).text();
}

/** The recording is there: a file among the attachments, or a link. */
export const publishRecording = (id: number, recording: { recordingUrl: string | null }, within?: Writing) =>
  write(async ({ tx, changed }) => {
    const state = await resourceState(tx, id);
    const files = await tx
      .select({ id: attachments.id })
      .from(attachments)
      .where(and(eq(attachments.resourceId, id), eq(attachments.type, 'recording')));
    if (!recording.recordingUrl && files.length === 0)
      throw new Rejected('recordingUrl', 'Add the file of the recording, or the address where it is.');
    await tx
      .update(webinars)
      .set({ ...recording, transcript: await transcriptOf(tx, id), recordedAt: new Date() })
      .where(eq(webinars.resourceId, id));
    changed({ of: 'resource', before: state, after: state });
  }, within);

/** The clock has passed a start or an end: what shows the webinar is old. One that is gone has nothing to show. */
export const turnWebinar = (id: number, within?: Writing) =>
  write(async (writing) => {
    if (!(await courseOf(writing, id))) return;
    const state = await resourceState(writing.tx, id);
    writing.changed({ of: 'resource', before: state, after: state });
  }, within);

export async function courseOf({ tx }: Writing, id: number): Promise<Webinar | undefined> {
  const [webinar] = await tx.select().from(webinars).where(eq(webinars.resourceId, id)).for('update');
  return webinar;
}

async function refuseHeld(writing: Writing, id: number) {
  const webinar = await courseOf(writing, id);
  const phase = webinar && phaseAt(webinar, new Date());
  if (!phase || phase === 'held' || phase === 'recorded')
    throw new Rejected('state', 'What has been held can be neither postponed nor cancelled.');
}

/** Another time or state; calendars take the higher sequence for the newer one (RFC 5545, 3.8.7.4). */
export const changeCourse = (id: number, change: Partial<Webinar>, within: Writing) =>
  write(async ({ tx, changed }) => {
    const state = await resourceState(tx, id);
    await tx
      .update(webinars)
      .set({ ...change, sequence: sql`${webinars.sequence} + 1` })
      .where(eq(webinars.resourceId, id));
    changed({ of: 'resource', before: state, after: state });
  }, within);

function timeOf(start: WallTime, minutes: number) {
  const startsAt = momentOf(start, 'start');
  return {
    localStart: start.local,
    zone: start.zone,
    offsetMinutes: (Date.parse(`${start.local}Z`) - startsAt.getTime()) / 60_000,
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
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
