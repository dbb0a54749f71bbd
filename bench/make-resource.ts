import type { Attachment, Resource, ResourceKind, Webinar } from '@/db/schema';
import type { Block, TextTree } from '@/lib/text-tree';

export type Pool = {
  paragraphs: Block[];
  transcripts: NonNullable<Webinar['transcript']>[];
  topicIds: number[];
  personIds: number[];
};
export type Made = ReturnType<typeof makeResource>;

const DAY = 86_400_000;

/** The resource of a number, always the same: two a day back in time, six stories for three webinars and a document. */
export function makeResource(number: number, pool: Pool) {
  const kind = (
    ['news', 'webinar', 'news', 'news', 'webinar', 'news', 'document', 'news', 'webinar', 'news'] as const
  )[number % 10] as ResourceKind;
  const held = new Date(Date.UTC(2026, 0, 1, 18) - Math.floor(number / 2) * DAY);
  const title = `What we learned from ${kind} number ${number} at the branch`;
  return {
    resource: {
      kind,
      slug: `made-${kind}-${number}`,
      title,
      summary: `${title}, told by those who were there and with the figures that they kept.`,
      body: bodyOf(number, pool.paragraphs),
      day: held.toISOString().slice(0, 10),
      firstPublishedAt: held,
      publishedAt: held,
    } satisfies Partial<Resource>,
    topics: some(pool.topicIds, number, 1 + (number % 3)).map((topicId) => ({ topicId })),
    people: some(pool.personIds, number, 1 + (number % 2)).map((personId) => ({
      personId,
      role: kind === 'webinar' ? ('presenter' as const) : ('author' as const),
    })),
    webinar: kind === 'webinar' ? webinarOf(number, held, pool) : undefined,
    attachments: kind === 'news' ? [] : [linkTo('slides', number), linkTo('references', number)],
    photo: number % 3 === 0,
  };
}

/** 4 to 14 paragraphs, with a heading above every fourth: about as long as the demonstration site's stories. */
function bodyOf(number: number, paragraphs: Block[]): TextTree {
  const content = Array.from({ length: 4 + (mixed(number) % 11) }, (_, index): Block[] => {
    const paragraph = paragraphs[mixed(number * 31 + index) % paragraphs.length];
    const heading: Block = {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: `What came next, part ${index + 1}` }],
    };
    return [...(index % 4 === 3 ? [heading] : []), ...(paragraph ? [paragraph] : [])];
  });
  return { type: 'doc', content: content.flat() };
}

/** Held, and every other one recorded with a transcript. */
function webinarOf(number: number, startsAt: Date, { transcripts }: Pool) {
  const recorded = number % 2 === 0 && transcripts.length > 0;
  return {
    localStart: startsAt.toISOString().slice(0, 19),
    zone: 'UTC',
    offsetMinutes: 0,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 60 * 60_000),
    minutes: 60,
    uid: `made-${number}@commonshelf.example.org`,
    recordedAt: recorded ? new Date(startsAt.getTime() + DAY) : null,
    recordingUrl: recorded ? `https://videos.example.org/${number}` : null,
    transcript: recorded ? (transcripts[number % transcripts.length] ?? null) : null,
  } satisfies Partial<Webinar>;
}

const linkTo = (type: Attachment['type'], number: number) => ({
  type,
  title: `The ${type} of number ${number}`,
  url: `https://files.example.org/${type}/${number}`,
});

/** So many different ones of a list, others for each number. */
function some<One>(list: One[], number: number, many: number): One[] {
  const from = mixed(number) % list.length;
  return [...list.slice(from), ...list.slice(0, from)].slice(0, many);
}

/** Spreads numbers, the same way on every run (Knuth's multiplicative hash). */
const mixed = (number: number) => Math.imul(number + 1, 2_654_435_761) >>> 8;
