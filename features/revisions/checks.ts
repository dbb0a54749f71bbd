import { isLicenceKey } from '@/features/credits/licences';
import { startChoice } from '@/features/webinars/admin/start-choice';
import { isSlug } from '@/lib/slug';
import { type DraftBlock, type DraftTree, type DraftUse, plainText } from '@/lib/text-tree';
import { isZone } from '@/lib/time';
import type { Check } from './check';
import type { Draft, ResourceDraft, TopicDraft, WebinarDraft } from './draft';
import { textChecks } from './text-checks';
import { visibleLength } from './visible-length';

export type CheckContext = {
  kind: 'topic' | 'news' | 'webinar' | 'document';
  photos: Record<
    number,
    { credited: boolean; licenceAsksCredit: boolean; hasFile: boolean; title: string | null }
  >;
  slugTakenBy: string | null;
  firstPublished: boolean;
  /** YYYY-MM-DD */
  today: string;
};

/** What must, should and could be better before visitors see a draft, in the order of its form. */
export function checksFor(draft: Draft, context: CheckContext): Check[] {
  return [
    ...headChecks(draft, context),
    ...('body' in draft ? resourceChecks(draft, context) : topicChecks(draft)),
    ...photoChecks(draft, context),
  ];
}

const must = (field: string, sentence: string): Check => ({ level: 'must', field, sentence });
const should = (field: string, sentence: string): Check => ({ level: 'should', field, sentence });
const could = (field: string, sentence: string): Check => ({ level: 'could', field, sentence });
const when = (wrong: boolean, check: Check): Check[] => (wrong ? [check] : []);

function headChecks({ title, slug }: Draft, { slugTakenBy }: CheckContext): Check[] {
  const words = title.trim();
  const letters = words.replace(/[^\p{L}]/gu, '');
  return [
    ...when(words === '', must('title', 'Write a title.')),
    ...when(words.length > 200, must('title', `The title has ${words.length} characters; 200 are the most.`)),
    ...when(
      words.length > 80 && words.length <= 200,
      could('title', 'The title is long. Up to 80 characters read well in a list.'),
    ),
    ...when(
      letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
      could('title', 'The title is all in capitals, which is hard to read.'),
    ),
    ...slugChecks(slug, slugTakenBy),
  ];
}

function slugChecks(slug: string, takenBy: string | null): Check[] {
  if (slug.trim() === '')
    return [must('slug', 'Choose an address: the last part of it, in small letters with hyphens.')];
  if (!isSlug(slug))
    return [must('slug', 'An address has small letters a to z, digits and single hyphens, at most 120.')];
  return when(takenBy !== null, must('slug', `Another page has this address: “${takenBy}”. Choose another.`));
}

function topicChecks({ introduction }: TopicDraft): Check[] {
  return [
    ...when(isEmpty(introduction), must('text', 'Write an introduction.')),
    ...textChecks(introduction),
  ];
}

function resourceChecks(draft: ResourceDraft, context: CheckContext): Check[] {
  const { kind } = context;
  const named = draft.people.filter(({ name }) => name.trim() !== '');
  return [
    ...when(draft.summary.trim() === '', should('summary', 'Write a summary: it stands under the title.')),
    ...teaserChecks(draft),
    ...when(isEmpty(draft.body), must('text', 'Write a text.')),
    ...textChecks(draft.body),
    ...when(kind !== 'webinar' && draft.day === '', must('day', 'Choose the date that it bears.')),
    ...when(draft.topicIds.length === 0, should('topics', 'Choose a topic, or no topic page lists it.')),
    ...(draft.webinar ? webinarChecks(draft.webinar, context) : []),
    ...when(kind === 'webinar' && draft.webinar === null, must('start', 'Say when it starts.')),
    ...when(kind === 'webinar' && named.length === 0, should('people', 'Name who presents it.')),
    ...when(kind === 'news' && named.length === 0, should('people', 'Name who wrote it.')),
    ...rowChecks(draft),
    ...when(
      kind === 'document' && draft.attachments.length === 0,
      must('attachments', 'Add the document: a file, or a link to where it is.'),
    ),
    ...when(
      draft.textLicence !== '' && !isLicenceKey(draft.textLicence),
      must('textLicence', 'The licence of the text is not one that is known here.'),
    ),
    ...when(
      draft.reviewDueOn === '',
      could('reviewDueOn', 'Choose a day on which somebody looks at it again.'),
    ),
    ...when(draft.hero === null, could('hero', 'A photo beside the headline draws readers in.')),
  ];
}

function teaserChecks({ teaser, body }: ResourceDraft): Check[] {
  const length = Math.max(visibleLength(teaser.trim()), teaser.trim().length);
  const start = plainText({ content: body.content.filter(({ type }) => type === 'paragraph') });
  return [
    ...when(length > 300, must('teaser', `The teaser has ${length} characters; 300 are the most.`)),
    ...when(
      teaser.trim() === '' && start.length > 0 && visibleLength(start) < 60,
      should(
        'teaser',
        'The teaser is empty and the text starts short. Write what makes one want to read on.',
      ),
    ),
    ...when(
      teaser.trim() === '' && visibleLength(start) >= 60,
      could('teaser', 'The teaser is empty: lists show the start of the text.'),
    ),
  ];
}

function webinarChecks(webinar: WebinarDraft, { firstPublished, today }: CheckContext): Check[] {
  const { local, zone, minutes, registration, registrationUrl } = webinar;
  return [
    ...when(local === '', must('start', 'Say when it starts.')),
    ...when(!isZone(zone), must('zone', 'Choose the time zone of the start.')),
    ...(isZone(zone) ? clockChecks(webinar) : []),
    ...when(
      minutes === null || minutes < 1 || minutes > 1440,
      must('minutes', 'Say how many minutes it takes, from 1 to 1440.'),
    ),
    ...when(
      registration === 'external' && !isWeb(registrationUrl),
      must('registrationUrl', 'Write the address where one registers, such as https://example.org.'),
    ),
    ...when(
      !firstPublished && local !== '' && local.slice(0, 10) < today,
      should('start', 'The start is in the past. It will be listed among those that were held.'),
    ),
  ];
}

function clockChecks(webinar: WebinarDraft): Check[] {
  const choice = startChoice(webinar);
  if (choice.is === 'overlap')
    return [must('start', 'The clocks show this time twice that day. Choose the first or the second.')];
  return 'sentence' in choice ? [must('start', choice.sentence)] : [];
}

function rowChecks({ people, attachments, links }: ResourceDraft): Check[] {
  return [
    ...people.flatMap(({ name, affiliation, url }, row) => [
      ...when(
        name.trim() === '' && (affiliation + url).trim() !== '',
        must(`people.${row}.name`, `Person ${row + 1} has no name.`),
      ),
      ...when(
        url.trim() !== '' && !isWeb(url),
        must(`people.${row}.url`, `The link of ${name || `person ${row + 1}`} is not an address.`),
      ),
    ]),
    ...attachments.flatMap((one, row) => [
      ...when(
        'url' in one && !isWeb(one.url),
        must(
          `attachments.${row}.url`,
          `“${one.title || `File or link ${row + 1}`}” has neither a file nor an address.`,
        ),
      ),
      ...when(
        one.title.trim() === '',
        should(`attachments.${row}.title`, `File or link ${row + 1} has no title.`),
      ),
    ]),
    ...links.flatMap(({ title, url }, row) => [
      ...when(
        !isWeb(url),
        must(
          `links.${row}.url`,
          `“${title || `Link ${row + 1}`}” has no address such as https://example.org.`,
        ),
      ),
      ...when(
        title.trim() === '',
        should(`links.${row}.title`, `Link ${row + 1} has no title: its address would be shown.`),
      ),
    ]),
  ];
}

function photoChecks(draft: Draft, { photos }: CheckContext): Check[] {
  const text = 'body' in draft ? draft.body : draft.introduction;
  const uses: { field: string; where: string; use: DraftUse }[] = [
    ...(draft.hero ? [{ field: 'hero', where: 'beside the headline', use: draft.hero }] : []),
    ...text.content
      .filter((block): block is Extract<DraftBlock, { type: 'figure' }> => block.type === 'figure')
      .map(({ attrs }) => ({ field: 'text', where: 'in the text', use: attrs })),
  ];
  return uses.flatMap(({ field, where, use }) => {
    const photo = photos[use.photoId];
    const name = photo?.title ? `The photo “${photo.title}” ${where}` : `The photo ${where}`;
    if (!photo) return [must(field, `${name} is no longer in the library.`)];
    return [
      ...when(
        !use.decorative && !use.alt?.trim(),
        must(field, `${name} has no alternative text. Describe it, or say that it is decorative.`),
      ),
      ...when(
        !photo.credited && photo.licenceAsksCredit,
        must(field, `${name} may not appear without its credit. Confirm the credit in the photo library.`),
      ),
      ...when(
        !photo.credited && !photo.licenceAsksCredit,
        should(
          field,
          `Nobody has confirmed the credit of ${name.charAt(0).toLowerCase()}${name.slice(1)}, so it is not shown.`,
        ),
      ),
      ...when(
        !photo.hasFile,
        could(
          field,
          `The file of ${name.charAt(0).toLowerCase()}${name.slice(1)} is owed: its alternative text stands in a frame.`,
        ),
      ),
    ];
  });
}

const isEmpty = (tree: DraftTree) =>
  plainText(tree) === '' && !tree.content.some(({ type }) => type === 'figure' || type === 'video');

const isWeb = (url: string) => /^https?:\/\/[^\s/?#]+\S*$/i.test(url.trim()) && URL.canParse(url.trim());
