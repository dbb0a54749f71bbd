import { describe, expect, it, test } from 'vitest';
import type { DraftBlock, DraftTree, Mark } from '@/lib/text-tree';
import type { Check } from './check';
import { type CheckContext, checksFor } from './checks';
import { type Draft, emptyResource, emptyTopic, type ResourceDraft, type WebinarDraft } from './draft';

const line = (text: string, marks?: Mark[]): DraftBlock => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks && { marks }) }],
});
const heading = (text: string, level: 2 | 3 | 4): DraftBlock => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});
const figure = (alt: string | null, decorative = false): DraftBlock => ({
  type: 'figure',
  attrs: { photoId: 1, alt, decorative, caption: null },
});
const text = (...content: DraftBlock[]): DraftTree => ({ type: 'doc', content });
const long =
  'A text that is long enough to stand for itself where there is no teaser, in a list and elsewhere.';

const whole: ResourceDraft = {
  ...emptyResource('news'),
  title: 'A good title',
  slug: 'a-good-title',
  summary: 'A summary.',
  teaser: 'A teaser.',
  body: text(line(long)),
  day: '2026-11-24',
  reviewDueOn: '2027-11-24',
  topicIds: [1],
  people: [{ name: 'Ada', affiliation: '', url: '', staffId: null }],
  hero: { photoId: 1, alt: 'A house', decorative: false, caption: null },
};
const photo = { credited: true, licenceAsksCredit: true, hasFile: true, title: 'House' };
const context: CheckContext = {
  kind: 'news',
  photos: { 1: photo },
  slugTakenBy: null,
  firstPublished: false,
  today: '2026-11-24',
};
const webinar: WebinarDraft = {
  ...(emptyResource('webinar').webinar as WebinarDraft),
  local: '2027-04-14T14:00',
  zone: 'America/New_York',
};
const announced: ResourceDraft = { ...whole, day: '', webinar };
const asWebinar: CheckContext = { ...context, kind: 'webinar' };

const found = (checks: Check[], level: Check['level'], field: string) =>
  checks.some((check) => check.level === level && check.field === field);

test.each<[string, Draft, CheckContext]>([
  ['a story', whole, context],
  ['a webinar', announced, asWebinar],
  [
    'a document',
    { ...whole, attachments: [{ type: 'other' as const, title: 'Guide', url: 'https://example.org/g' }] },
    { ...context, kind: 'document' as const },
  ],
  [
    'a topic',
    { ...emptyTopic, title: 'Topic', slug: 'topic', introduction: text(line(long)) },
    { ...context, kind: 'topic' as const },
  ],
])('nothing stands in the way of %s that is whole', (_what, draft, given) => {
  expect(checksFor(draft, given)).toEqual([]);
});

const cases: [
  fault: string,
  level: Check['level'],
  field: string,
  draft: ResourceDraft,
  given?: CheckContext,
][] = [
  ['no title', 'must', 'title', { ...whole, title: ' ' }],
  ['a title of 201 characters', 'must', 'title', { ...whole, title: 'a'.repeat(201) }],
  ['a long title', 'could', 'title', { ...whole, title: 'a'.repeat(90) }],
  ['a title in capitals', 'could', 'title', { ...whole, title: 'READ THIS NOW' }],
  ['no address', 'must', 'slug', { ...whole, slug: '' }],
  ['an address with capitals', 'must', 'slug', { ...whole, slug: 'A-Title' }],
  ['an address that another page has', 'must', 'slug', whole, { ...context, slugTakenBy: 'Another' }],
  ['no summary', 'should', 'summary', { ...whole, summary: '' }],
  ['a teaser of 301 characters', 'must', 'teaser', { ...whole, teaser: 'a'.repeat(301) }],
  ['no teaser and a short start', 'should', 'teaser', { ...whole, teaser: '', body: text(line('Short.')) }],
  ['no text', 'must', 'text', { ...whole, body: text() }],
  ['no date', 'must', 'day', { ...whole, day: '' }],
  ['no topic', 'should', 'topics', { ...whole, topicIds: [] }],
  ['no author', 'should', 'people', { ...whole, people: [] }],
  ['no photo', 'could', 'hero', { ...whole, hero: null }],
  ['no review date', 'could', 'reviewDueOn', { ...whole, reviewDueOn: '' }],
  ['an unknown licence', 'must', 'textLicence', { ...whole, textLicence: 'mine' }],
  [
    'a person without a name',
    'must',
    'people.0.name',
    { ...whole, people: [{ name: '', affiliation: 'L', url: '', staffId: null }] },
  ],
  [
    'a related link without an address',
    'must',
    'links.0.url',
    { ...whole, links: [{ title: 'Report', url: 'report' }] },
  ],
  [
    'a link without a title',
    'should',
    'links.0.title',
    { ...whole, links: [{ title: '', url: 'https://example.org' }] },
  ],
  ['a photo whose meaning nobody chose', 'must', 'text', { ...whole, body: text(line(long), figure(null)) }],
  [
    'a hero without alternative text',
    'must',
    'hero',
    { ...whole, hero: { photoId: 1, alt: ' ', decorative: false, caption: null } },
  ],
  [
    'a photo that needs its credit',
    'must',
    'hero',
    whole,
    { ...context, photos: { 1: { ...photo, credited: false } } },
  ],
  [
    'a photo whose credit nobody confirmed',
    'should',
    'hero',
    whole,
    { ...context, photos: { 1: { ...photo, credited: false, licenceAsksCredit: false } } },
  ],
  [
    'a photo whose file is owed',
    'could',
    'hero',
    whole,
    { ...context, photos: { 1: { ...photo, hasFile: false } } },
  ],
  ['a photo that is gone', 'must', 'hero', whole, { ...context, photos: {} }],
  [
    'a heading that skips a level',
    'should',
    'text',
    { ...whole, body: text(line(long), heading('Deep', 4)) },
  ],
  [
    'a link called here',
    'should',
    'text',
    {
      ...whole,
      body: text(line(long), line('click here', [{ type: 'link', attrs: { href: 'https://example.org' } }])),
    },
  ],
  [
    'a table without a heading row',
    'should',
    'text',
    {
      ...whole,
      body: text(line(long), {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] }],
      }),
    },
  ],
  ['a paragraph of 201 words', 'could', 'text', { ...whole, body: text(line('word '.repeat(201))) }],
  ['a document without a file or a link', 'must', 'attachments', whole, { ...context, kind: 'document' }],
  [
    'a file or link with no address',
    'must',
    'attachments.0.url',
    { ...whole, attachments: [{ type: 'other', title: 'Guide', url: '' }] },
  ],
  [
    'a webinar without a start',
    'must',
    'start',
    { ...announced, webinar: { ...webinar, local: '' } },
    asWebinar,
  ],
  [
    'a webinar without a zone',
    'must',
    'zone',
    { ...announced, webinar: { ...webinar, zone: '' } },
    asWebinar,
  ],
  [
    'a webinar without a length',
    'must',
    'minutes',
    { ...announced, webinar: { ...webinar, minutes: null } },
    asWebinar,
  ],
  [
    'a start that the clocks skip',
    'must',
    'start',
    { ...announced, webinar: { ...webinar, local: '2027-03-14T02:30' } },
    asWebinar,
  ],
  [
    'a start that comes twice',
    'must',
    'start',
    { ...announced, webinar: { ...webinar, local: '2027-11-07T01:30' } },
    asWebinar,
  ],
  [
    'a start in the past',
    'should',
    'start',
    { ...announced, webinar: { ...webinar, local: '2020-04-29T14:00' } },
    asWebinar,
  ],
  [
    'registration elsewhere without an address',
    'must',
    'registrationUrl',
    { ...announced, webinar: { ...webinar, registration: 'external' } },
    asWebinar,
  ],
];

describe('a draft', () => {
  test.each(cases)('with %s', (_fault, level, field, draft, given = context) => {
    expect(found(checksFor(draft, given), level, field)).toBe(true);
  });

  it('may have a start that comes twice once one of the two is chosen', () => {
    const chosen = { ...announced, webinar: { ...webinar, local: '2027-11-07T01:30', offset: '-05:00' } };
    expect(checksFor(chosen, asWebinar)).toEqual([]);
  });

  it('is refused in words for a day that no calendar has', () => {
    const never = { ...announced, webinar: { ...webinar, local: '2027-02-31T14:00' } };
    expect(checksFor(never, asWebinar)).toMatchObject([{ level: 'must', field: 'start' }]);
  });

  it('says which times are nearest to one that the clocks skip', () => {
    const skipped = { ...announced, webinar: { ...webinar, local: '2027-03-14T02:30' } };
    expect(checksFor(skipped, asWebinar)[0]?.sentence).toContain('1:30 AM ET and 3:30 AM ET');
  });

  it('of a webinar cannot go without a start at all', () => {
    expect(found(checksFor({ ...announced, webinar: null }, asWebinar), 'must', 'start')).toBe(true);
  });

  it('cannot go with an address that no browser reads', () => {
    const links = [{ title: 'Report', url: 'http://[' }];
    expect(found(checksFor({ ...whole, links }, context), 'must', 'links.0.url')).toBe(true);
  });

  it('may have a decorative photo without alternative text', () => {
    expect(checksFor({ ...whole, body: text(line(long), figure(null, true)) }, context)).toEqual([]);
  });
});
