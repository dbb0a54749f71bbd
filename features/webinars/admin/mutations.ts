import type { Webinar } from '@/db/schema';
import { resourceState } from '@/db/states';
import { type Writing, write } from '@/db/write';
import { finishPublishing, inputOf } from '@/features/resources/mutations';
import { ResourceDraft } from '@/features/revisions/draft';
import { recordOn } from '@/features/revisions/mutations';
import { type Publishing, readyDraft, refuseUnseenWithdrawal } from '@/features/revisions/readiness';
import {
  announceWebinar,
  cancelWebinar,
  changeCourse,
  courseOf,
  postponeWebinar,
  publishRecording,
  rescheduleWebinar,
} from '@/features/webinars/mutations';
import { env } from '@/lib/env';
import type { WallTime } from '@/lib/moment-of';
import { Rejected } from '@/lib/rejected';
import { newToken } from '@/lib/tokens';

/** The working copy that somebody looked at becomes public. */
export const publishWebinarCopy = ({ id, lockVersion, withdrawn, byId }: Publishing) =>
  write(async (writing) => {
    await refuseUnseenWithdrawal(writing.tx, { of: 'resource', id }, withdrawn);
    const draft = await readyDraft(writing.tx, { of: 'resource', id }, lockVersion);
    return publishWebinarDraft({ id, draft: ResourceDraft.parse(draft), byId }, writing);
  });

/** What changes of an announced webinar besides its texts: at once, and into the log. */
export type CourseChange =
  | { to: 'reschedule'; start: WallTime & { minutes?: number | undefined } }
  | { to: 'postpone' | 'cancel'; reason: string }
  | { to: 'set-room'; roomUrl: string | null }
  | { to: 'set-registration'; registration: 'none' | 'external'; registrationUrl: string | null }
  | { to: 'publish-recording'; recordingUrl: string | null };

const courseActs: Record<CourseChange['to'], string> = {
  reschedule: 'gave a new time',
  postpone: 'postponed',
  cancel: 'cancelled',
  'set-room': 'changed the room',
  'set-registration': 'changed the registration',
  'publish-recording': 'published the recording',
};

export const changeCourseOf = ({ id, byId, change }: { id: number; byId: number; change: CourseChange }) =>
  write(async (writing) => {
    const { to } = change;
    switch (change.to) {
      case 'reschedule':
        await rescheduleWebinar(id, change.start, writing);
        break;
      case 'postpone':
        await postponeWebinar(id, change.reason, writing);
        break;
      case 'cancel':
        await cancelWebinar(id, change.reason, writing);
        break;
      case 'set-room':
        await refuseUnannounced(writing, id);
        await changeCourse(id, { roomUrl: change.roomUrl }, writing);
        break;
      case 'set-registration':
        await refuseUnannounced(writing, id);
        await changeCourse(
          id,
          { registration: change.registration, registrationUrl: change.registrationUrl },
          writing,
        );
        break;
      case 'publish-recording': {
        await refuseUnannounced(writing, id);
        await publishRecording(id, { recordingUrl: change.recordingUrl }, writing);
      }
    }
    await recordOn(writing.tx, {
      owner: { of: 'resource', id },
      byId,
      act: courseActs[to],
      detail: detailOf(change),
    });
  });

/** What publishing makes of a webinar's draft: the first time it is announced, later its texts change. */
export const publishWebinarDraft = (
  given: { id: number; draft: ResourceDraft; byId: number | null },
  within?: Writing,
): Promise<{ number: number; address: string }> =>
  write(async (writing) => {
    const { id, draft } = given;
    const { webinar } = draft;
    if (!webinar?.minutes) throw new Rejected('minutes', 'Say how many minutes the webinar takes.');
    const before = await resourceState(writing.tx, id);
    const { day: _, ...resource } = await inputOf(writing, { ...given, kind: before.kind });
    await announceWebinar(
      id,
      {
        resource,
        webinar: {
          start: {
            local: webinar.local,
            zone: webinar.zone,
            ...(webinar.offset && { offset: webinar.offset }),
          },
          uid: `webinar-${id}-${newToken().slice(0, 12)}@${new URL(env().SITE_URL).hostname}`,
          minutes: webinar.minutes,
          registration: webinar.registration,
          registrationUrl: webinar.registration === 'external' ? webinar.registrationUrl.trim() : null,
          roomUrl: null,
          cost: webinar.cost.trim() || null,
          captions: webinar.captions,
          contactHours: webinar.contactHours.trim() || null,
        },
      },
      writing,
    );
    return finishPublishing(writing, { ...given, before });
  }, within);

async function refuseUnannounced(writing: Writing, id: number): Promise<Webinar> {
  const webinar = await courseOf(writing, id);
  if (!webinar)
    throw new Rejected('id', 'This webinar is not announced yet: what is here goes with its text.');
  return webinar;
}

/** For the log. The room's address is for registrants: whoever knows it can come in. */
function detailOf({ to, ...detail }: CourseChange): Record<string, unknown> {
  return 'roomUrl' in detail ? { room: detail.roomUrl ? 'given' : 'taken away' } : detail;
}
