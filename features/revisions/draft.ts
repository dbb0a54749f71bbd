import { z } from 'zod';
import { cleanText } from '@/lib/clean-text';
import { RowId } from '@/lib/row-id';
import { DraftTree, DraftUse } from '@/lib/text-tree';

/**
 * What a working copy holds. Unfinished is allowed, since it is saved as it is typed: texts may be empty, too long or
 * not yet right. What must be so before visitors see it is said by checks.ts.
 */
const text = (longest: number) => z.string().max(longest).transform(cleanText);
const optionalDay = z.union([z.literal(''), z.iso.date()]);
const id = RowId;

const page = { title: text(500), slug: text(200), slugChosen: z.boolean(), hero: DraftUse.nullable() };

export const PersonDraft = z.strictObject({
  name: text(200),
  affiliation: text(200),
  url: text(2000),
  /** Their own row on the staff list, if they have one: they may write on what names them. */
  staffId: id.nullable(),
});
export type PersonDraft = z.infer<typeof PersonDraft>;

export const attachmentTypes = [
  'slides',
  'chat',
  'captions',
  'transcript',
  'learner-guide',
  'references',
  'recording',
  'other',
] as const;
const attachment = { type: z.enum(attachmentTypes), title: text(300) };
export const AttachmentDraft = z.union([
  z.strictObject({ ...attachment, url: text(2000) }),
  z.strictObject({
    ...attachment,
    fileKey: z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{1,5}$/),
    // It becomes part of an address.
    fileName: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^/\\\p{Cc}]+$/u),
    mediaType: z.string().max(100),
    bytes: RowId,
  }),
]);
export type AttachmentDraft = z.infer<typeof AttachmentDraft>;

export const WebinarDraft = z.strictObject({
  /** Wall time, `2027-04-14T14:00`. */
  local: z.union([z.literal(''), z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)]),
  zone: text(100),
  /** `-05:00`, where a clock change repeats the local time. */
  offset: text(10),
  minutes: z.int().min(0).max(100_000).nullable(),
  registration: z.enum(['none', 'external', 'here']),
  registrationUrl: text(2000),
  cost: text(200),
  captions: z.boolean(),
  contactHours: text(200),
});
export type WebinarDraft = z.infer<typeof WebinarDraft>;

export const ResourceDraft = z.strictObject({
  ...page,
  summary: text(2000),
  teaser: text(2000),
  body: DraftTree,
  /** The day of the entry line; a webinar has it from its start. */
  day: optionalDay,
  correctedOn: optionalDay,
  reviewedOn: optionalDay,
  reviewDueOn: optionalDay,
  textLicence: text(100),
  /** The first is the main topic. */
  topicIds: z.array(id).max(50),
  /** Authors, or presenters of a webinar. */
  people: z.array(PersonDraft).max(50),
  attachments: z.array(AttachmentDraft).max(50),
  links: z.array(z.strictObject({ title: text(300), url: text(2000) })).max(100),
  webinar: WebinarDraft.nullable(),
});
export type ResourceDraft = z.infer<typeof ResourceDraft>;

export const TopicDraft = z.strictObject({
  ...page,
  kind: z.enum(['subject', 'project', 'series']),
  parentId: id.nullable(),
  position: z.int().min(0).max(10_000),
  hue: z.enum(['teal', 'rust', 'moss', 'plum', 'indigo', 'ochre']),
  introduction: DraftTree,
});
export type TopicDraft = z.infer<typeof TopicDraft>;

export type Draft = ResourceDraft | TopicDraft;

const emptyText = { type: 'doc' as const, content: [] };

export const emptyResource = (kind: 'news' | 'webinar' | 'document'): ResourceDraft => ({
  title: '',
  slug: '',
  slugChosen: false,
  hero: null,
  summary: '',
  teaser: '',
  body: emptyText,
  day: '',
  correctedOn: '',
  reviewedOn: '',
  reviewDueOn: '',
  textLicence: '',
  topicIds: [],
  people: [],
  attachments: [],
  links: [],
  webinar:
    kind === 'webinar'
      ? {
          local: '',
          zone: '',
          offset: '',
          minutes: 60,
          registration: 'none',
          registrationUrl: '',
          cost: '',
          captions: false,
          contactHours: '',
        }
      : null,
});

export const emptyTopic: TopicDraft = {
  title: '',
  slug: '',
  slugChosen: false,
  hero: null,
  kind: 'subject',
  parentId: null,
  position: 0,
  hue: 'teal',
  introduction: emptyText,
};
