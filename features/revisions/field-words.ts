import type { DraftUse } from '@/lib/text-tree';
import type { AttachmentDraft, Draft, PersonDraft, WebinarDraft } from './draft';

/** What numbers in a draft are called. */
export type Names = { topic: (id: number) => string; photo: (id: number) => string };

const resourceFields = {
  title: 'Title',
  slug: 'Address',
  summary: 'Summary',
  teaser: 'Teaser',
  body: 'Text',
  hero: 'Photo beside the headline',
  day: 'Date published',
  correctedOn: 'Corrected on',
  reviewedOn: 'Reviewed on',
  reviewDueOn: 'To be reviewed on',
  topicIds: 'Topics',
  people: 'Authors or presenters',
  attachments: 'Files and links',
  links: 'Related links',
  textLicence: 'Licence of the text',
  webinar: 'Webinar',
};
const topicFields = {
  title: 'Title',
  slug: 'Address',
  kind: 'Kind',
  parentId: 'Parent topic',
  position: 'Position',
  hue: 'Hue',
  introduction: 'Introduction',
  hero: 'Photo beside the headline',
};

/** The fields of a draft that a person knows, in the order of the form. */
export const fieldNames = (draft: Draft): { field: string; name: string }[] =>
  Object.entries('body' in draft ? resourceFields : topicFields).map(([field, name]) => ({ field, name }));

/** What a field holds, as lines that can be compared. */
export function fieldWords(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return '';
  switch (field) {
    case 'hero':
      return wordsOfUse(value as DraftUse, names);
    case 'topicIds':
      return (value as number[]).map(names.topic).join('\n');
    case 'parentId':
      return names.topic(value as number);
    case 'people':
      return (value as PersonDraft[])
        .map(({ name, affiliation, url }) => line([name, affiliation, url]))
        .join('\n');
    case 'attachments':
      return (value as AttachmentDraft[])
        .map((one) => line([one.type, one.title, 'url' in one ? one.url : one.fileName]))
        .join('\n');
    case 'links':
      return (value as { title: string; url: string }[])
        .map(({ title, url }) => line([title, url]))
        .join('\n');
    case 'webinar':
      return webinarWords(value as WebinarDraft);
    default:
      return String(value);
  }
}

const line = (parts: string[]) => parts.filter(Boolean).join(', ');

const wordsOfUse = ({ photoId, alt, decorative, caption }: DraftUse, names: Names) =>
  [
    names.photo(photoId),
    decorative ? 'decorative' : `alternative text: ${alt ?? 'none'}`,
    caption && `caption: ${caption}`,
  ]
    .filter(Boolean)
    .join('\n');

const webinarWords = (webinar: WebinarDraft) =>
  [
    `start: ${webinar.local.replace('T', ' ')} ${webinar.zone} ${webinar.offset}`.trim(),
    `minutes: ${webinar.minutes ?? ''}`,
    `registration: ${webinar.registration} ${webinar.registrationUrl}`.trim(),
    `cost: ${webinar.cost}`,
    `captions: ${webinar.captions ? 'yes' : 'no'}`,
    `contact hours: ${webinar.contactHours}`,
  ].join('\n');
