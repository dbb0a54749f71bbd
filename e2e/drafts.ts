import { startResource } from '@/features/resources/admin/mutations';
import { emptyResource, emptyTopic, type ResourceDraft, type TopicDraft } from '@/features/revisions/draft';
import { saveWorkingCopy } from '@/features/revisions/mutations';
import type { Owner } from '@/features/revisions/owner-name';
import { startTopic } from '@/features/topics/mutations';
import type { DraftTree } from '@/lib/text-tree';
import { topicId, unique } from './acts';
import type { Member } from './members';

const draftText = (text: string): DraftTree => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

type Kind = 'news' | 'webinar' | 'document';
const zone = 'America/New_York';

/** A draft that nothing stands in the way of, of its own title and address. */
export async function readyDraft(kind: Kind, other: Partial<ResourceDraft> = {}): Promise<ResourceDraft> {
  const word = unique(kind);
  const empty = emptyResource(kind);
  return {
    ...empty,
    title: `Title ${word}`,
    slug: word,
    slugChosen: true,
    summary: 'A summary.',
    teaser: 'A teaser that an editor wrote.',
    body: draftText(
      `A text about ${word}, which goes on for long enough to be a text of its own that one can read.`,
    ),
    day: kind === 'webinar' ? '' : '2099-01-01',
    topicIds: [await topicId('spaces')],
    people: [{ name: `Person ${word}`, affiliation: 'A library', url: '', staffId: null }],
    attachments:
      kind === 'document' ? [{ type: 'other', title: 'The guide', url: 'https://example.org/guide' }] : [],
    webinar: empty.webinar && { ...empty.webinar, local: '2099-05-04T14:00', zone },
    ...other,
  };
}

export function readyTopic(other: Partial<TopicDraft> = {}): TopicDraft {
  const word = unique('topic');
  return {
    ...emptyTopic,
    title: `Topic ${word}`,
    slug: word,
    slugChosen: true,
    introduction: draftText(`An introduction to ${word}.`),
    ...other,
  };
}

export type Edited = Owner & { lockVersion: number };

/** A working copy that somebody made, as it would be after a while of typing. */
export async function started(
  kind: Kind | 'topic',
  by: Member,
  draft?: ResourceDraft | TopicDraft,
): Promise<Edited> {
  const owner: Owner =
    kind === 'topic'
      ? { of: 'topic', id: await startTopic({ byId: by.id }) }
      : { of: 'resource', id: await startResource({ kind, zone, byId: by.id }) };
  const content = draft ?? (kind === 'topic' ? readyTopic() : await readyDraft(kind));
  return { ...owner, lockVersion: await saved({ ...owner, lockVersion: 1 }, content, by) };
}

/** The next version of a working copy. */
export async function saved(item: Edited, content: ResourceDraft | TopicDraft, by: Member): Promise<number> {
  const answer = await saveWorkingCopy({ ...item, content, byId: by.id });
  if ('conflict' in answer) throw new Error('somebody else saved it');
  return answer.saved.lockVersion;
}

/** Everything that staff can change, as one word: the same before and after means that nothing changed. */
export async function digest(): Promise<string> {
  const tables = [
    'resources',
    'topics',
    'working_copies',
    'revisions',
    'schedules',
    'preview_links',
    'photos',
    'photo_uses',
    'uploads',
    'staff',
    'sessions',
    // What becomes of a mail is the worker's, and goes on meanwhile.
    '(select id, key, occasion, staff_id from mails)',
    'settings',
    'redirects',
    'audit_log',
    'webinars',
  ];
  const { rawSql } = await import('@/db/client');
  const parts = await Promise.all(
    tables.map((table) =>
      rawSql().unsafe(`select md5(string_agg(t::text, '|' order by t::text)) as sum from ${table} t`),
    ),
  );
  return parts.map(([row]) => row?.sum).join();
}
