'use server';
import { z } from 'zod';
import { staffAction } from '@/auth/guards';
import { photoChoices } from '@/features/photos/queries';
import { kindLabels } from '@/features/resources/entry';
import { makePreviewLink, revokePreviewLink } from '@/features/revisions/preview/mutations';
import { cancelSchedule, schedulePublishing } from '@/features/revisions/schedule/mutations';
import { env } from '@/lib/env';
import { momentOf } from '@/lib/moment-of';
import { RowId } from '@/lib/row-id';
import { dayInWords, isZone } from '@/lib/time';
import { ResourceDraft, TopicDraft } from './draft';
import { editedItem } from './item/queries';
import { endReview, restoreRevision, saveRevision, saveWorkingCopy, submitForReview } from './mutations';
import { Owner } from './owner-name';
import { linkTargets } from './queries';

const lockVersion = z.int().min(0);
const note = z.string().max(500, 'A note has 500 characters at most.');
const Save = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('topic'), id: Owner.shape.id, lockVersion, content: TopicDraft }),
  z.strictObject({ of: z.literal('resource'), id: Owner.shape.id, lockVersion, content: ResourceDraft }),
]);
const Deliberate = Owner.extend({ lockVersion, note });
const item = ({ of, id }: Owner) => editedItem({ of, id });

export const saveWorkingCopyAction = staffAction({ act: 'write', input: Save, item }, ({ person, input }) =>
  saveWorkingCopy({ ...input, byId: person.id }),
);

export const saveRevisionAction = staffAction(
  { act: 'write', input: Deliberate, item },
  ({ person, input }) => saveRevision({ ...input, byId: person.id }),
);

export const submitAction = staffAction({ act: 'write', input: Deliberate, item }, ({ person, input }) =>
  submitForReview({ ...input, byId: person.id }),
);

export const endReviewAction = staffAction(
  { act: 'write', input: Owner.extend({ note }), item },
  ({ person, input }) => endReview({ ...input, byId: person.id }),
);

export const restoreRevisionAction = staffAction(
  { act: 'write', input: Owner.extend({ number: RowId }), item },
  async ({ person, input }) => ({ number: await restoreRevision({ ...input, byId: person.id }) }),
);

export const schedulePublishingAction = staffAction(
  {
    act: 'publish',
    input: Owner.extend({
      lockVersion,
      local: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Choose a day and a time.'),
      zone: z.string().refine(isZone, 'Choose a time zone from the list.'),
      offset: z.string().max(10).default(''),
    }),
    item,
  },
  ({ person, input: { local, zone, offset, ...owner } }) => {
    const at = momentOf({ local, zone, offset }, 'local');
    return schedulePublishing({ ...owner, at, zone, byId: person.id });
  },
);

export const cancelScheduleAction = staffAction({ act: 'publish', input: Owner, item }, ({ person, input }) =>
  cancelSchedule({ ...input, byId: person.id }),
);

/** The link is shown once: only its hash is kept. */
export const makePreviewLinkAction = staffAction(
  { act: 'write', input: Owner.extend({ days: z.int().min(1).max(60) }), item },
  async ({ person, input }) => ({
    link: `${env().SITE_URL}/preview/${await makePreviewLink({ ...input, byId: person.id })}`,
  }),
);

export const revokePreviewLinkAction = staffAction(
  { act: 'write', input: Owner.extend({ linkId: RowId }), item },
  ({ person, input }) => revokePreviewLink({ ...input, byId: person.id }),
);

/** Pages of the site and photos that a text can link to. */
export const findTargetsAction = staffAction(
  { act: 'be-staff', input: z.strictObject({ query: z.string().max(200) }) },
  async ({ input: { query } }) => {
    const [found, photos] = await Promise.all([linkTargets(query), photoChoices(query)]);
    return [
      ...found.topics.map(({ id, title }) => ({
        kind: 'topic' as const,
        id,
        title: title ?? '',
        detail: 'Topic',
      })),
      ...found.resources.map(({ id, title, kind, day }) => ({
        kind: 'resource' as const,
        id,
        title: title ?? '',
        detail: day ? `${kindLabels[kind]}, ${dayInWords(day)}` : kindLabels[kind],
      })),
      ...photos.slice(0, 5).map(({ id, title, credit }) => ({
        kind: 'photo' as const,
        id,
        title: title ?? `Photo ${id}`,
        detail: credit,
      })),
    ];
  },
);
