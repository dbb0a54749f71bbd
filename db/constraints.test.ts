import type { TransactionSql } from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase, rawSql } from './client';

type Work = (sql: TransactionSql, ids: Ids) => Promise<unknown>;
type Ids = Awaited<ReturnType<typeof someRows>>;

afterAll(closeDatabase);

/** What each rule lets pass, so that the refusals below prove the rule and nothing else. */
const taken: Record<string, Work> = {
  'a topic': (sql) => sql`insert into topics (slug) values ('a-topic-2')`,
  'a story and a webinar of one slug': (sql) =>
    sql`insert into resources (kind, slug) values ('news', 'both'), ('webinar', 'both')`,
  'a published topic': (sql, { topic }) =>
    sql`update topics set title = 'T', introduction = '{}', published_at = now(), first_published_at = now() where id = ${topic}`,
  'a published story': (sql, { story }) =>
    sql`update resources set title = 'T', body = '{}', day = '2026-01-01', published_at = now(), first_published_at = now() where id = ${story}`,
  'a webinar': (sql, { webinar }) => insertWebinar(sql, webinar),
  'a webinar that asks to register elsewhere': (sql, { webinar }) =>
    insertWebinar(sql, webinar, { registration: 'external', registration_url: 'https://example.org/' }),
  'a file of a document': (sql, { document }) => insertAttachment(sql, document),
  'a link of a document': (sql, { document }) =>
    insertAttachment(sql, document, { ...noFile, url: 'https://example.org/' }),
  'a described hero': (sql, { photo, topic }) => insertUse(sql, photo, { topic_id: topic }),
  'a decorative hero': (sql, { photo, topic }) =>
    insertUse(sql, photo, { topic_id: topic, alt: null, decorative: true }),
  'a hero and a figure': async (sql, { photo, topic }) => {
    await insertUse(sql, photo, { topic_id: topic });
    await insertUse(sql, photo, { topic_id: topic, place: 'figure' });
  },
  'a redirect': (sql) => sql`insert into redirects (from_path, to_path) values ('/news/a', '/news/b')`,
  'a revision': (sql, { topic }) => insertRevision(sql, topic, 1),
};

/** Named by the constraint that must refuse; several faults may have one. */
const refused: [constraint: string, fault: string, work: Work][] = [
  ['topics_slug_shape', 'capitals', (sql) => sql`insert into topics (slug) values ('Partnerships')`],
  ['topics_slug_shape', 'a space', (sql) => sql`insert into topics (slug) values ('a b')`],
  ['topics_slug_shape', 'two hyphens', (sql) => sql`insert into topics (slug) values ('a--b')`],
  ['topics_slug_shape', 'a hyphen at the end', (sql) => sql`insert into topics (slug) values ('a-')`],
  ['topics_slug_shape', 'no letter', (sql) => sql`insert into topics (slug) values ('')`],
  ['topics_slug_shape', 'a slash', (sql) => sql`insert into topics (slug) values ('a/b')`],
  [
    'topics_slug_shape',
    '121 characters',
    (sql) => sql`insert into topics (slug) values (${'a'.repeat(121)})`,
  ],
  ['topics_slug', 'a slug twice', (sql) => sql`insert into topics (slug) values ('a-topic')`],
  [
    'topics_title_filled',
    'a blank title',
    (sql, { topic }) => sql`update topics set title = '  ' where id = ${topic}`,
  ],
  ['topics_position', 'a negative place', (sql) => sql`insert into topics (slug, position) values ('b', -1)`],
  [
    'topics_not_own_parent',
    'itself as parent',
    (sql, { topic }) => sql`update topics set parent_id = id where id = ${topic}`,
  ],
  [
    'topics_public_is_whole',
    'published without an introduction',
    (sql, { topic }) =>
      sql`update topics set title = 'T', published_at = now(), first_published_at = now() where id = ${topic}`,
  ],
  [
    'topics_withdrawn_has_reason',
    'withdrawn without a reason',
    (sql, { topic }) => sql`update topics set withdrawn_at = now() where id = ${topic}`,
  ],
  [
    'topics_parent_id_topics_id_fk',
    'deleted above a subtopic',
    async (sql, { topic }) => {
      await sql`insert into topics (slug, parent_id) values ('below', ${topic})`;
      await sql`delete from topics where id = ${topic}`;
    },
  ],
  [
    'resources_slug_shape',
    'an underscore',
    (sql) => sql`insert into resources (kind, slug) values ('news', 'a_b')`,
  ],
  [
    'resources_slug',
    'a slug twice in one kind',
    (sql) => sql`insert into resources (kind, slug) values ('news', 'a-story')`,
  ],
  [
    'resources_title_filled',
    'a blank title',
    (sql, { story }) => sql`update resources set title = '' where id = ${story}`,
  ],
  [
    'resources_teaser_length',
    'a teaser of 301 characters',
    (sql, { story }) => sql`update resources set teaser = ${'a'.repeat(301)} where id = ${story}`,
  ],
  [
    'resources_public_is_whole',
    'published without a body',
    (sql, { story }) =>
      sql`update resources set title = 'T', day = '2026-01-01', published_at = now(), first_published_at = now() where id = ${story}`,
  ],
  [
    'resources_public_is_whole',
    'published without a day',
    (sql, { story }) =>
      sql`update resources set title = 'T', body = '{}', published_at = now(), first_published_at = now() where id = ${story}`,
  ],
  [
    'resources_withdrawn_has_reason',
    'withdrawn without a reason',
    (sql, { story }) => sql`update resources set withdrawn_at = now() where id = ${story}`,
  ],
  [
    'webinars_end_follows',
    'an end that is not start and length',
    (sql, { webinar }) => insertWebinar(sql, webinar, { ends_at: '2026-07-01T19:30:00Z' }),
  ],
  [
    'webinars_instant',
    'an instant that is not the local time and its offset',
    (sql, { webinar }) =>
      insertWebinar(sql, webinar, { starts_at: '2026-07-01T19:00:00Z', ends_at: '2026-07-01T20:00:00Z' }),
  ],
  [
    'webinars_minutes',
    'no length',
    (sql, { webinar }) => insertWebinar(sql, webinar, { minutes: 0, ends_at: '2026-07-01T18:00:00Z' }),
  ],
  [
    'webinars_offset',
    'an offset of fifteen hours',
    (sql, { webinar }) =>
      insertWebinar(sql, webinar, {
        offset_minutes: 900,
        starts_at: '2026-06-30T23:00:00Z',
        ends_at: '2026-07-01T00:00:00Z',
      }),
  ],
  [
    'webinars_reason',
    'cancelled without a reason',
    (sql, { webinar }) => insertWebinar(sql, webinar, { state: 'cancelled' }),
  ],
  [
    'webinars_registration_url',
    'registration elsewhere without a link',
    (sql, { webinar }) => insertWebinar(sql, webinar, { registration: 'external' }),
  ],
  [
    'webinars_registration_link',
    'a script for a link',
    (sql, { webinar }) =>
      insertWebinar(sql, webinar, { registration: 'external', registration_url: 'javascript:alert(1)' }),
  ],
  [
    'webinars_uid',
    'the UID of another',
    async (sql, { webinar }) => {
      await insertWebinar(sql, webinar);
      const [other] = await sql`insert into resources (kind, slug) values ('webinar', 'w2') returning id`;
      await insertWebinar(sql, other?.id);
    },
  ],
  [
    'webinars_resource_id_resource_kind_resources_id_kind_fk',
    'a story with a start',
    (sql, { story }) => insertWebinar(sql, story),
  ],
  [
    'webinars_kind',
    'a start that says it is of a story',
    (sql, { story }) => insertWebinar(sql, story, { resource_kind: 'news' }),
  ],
  [
    'attachments_not_of_news',
    'a story with a file',
    (sql, { story }) => insertAttachment(sql, story, { resource_kind: 'news' }),
  ],
  [
    'attachments_resource_id_resource_kind_resources_id_kind_fk',
    'a story with a file that says it is of a document',
    (sql, { story }) => insertAttachment(sql, story),
  ],
  [
    'attachments_file_or_link',
    'neither file nor link',
    (sql, { document }) => insertAttachment(sql, document, noFile),
  ],
  [
    'attachments_file_or_link',
    'file and link',
    (sql, { document }) => insertAttachment(sql, document, { url: 'https://example.org/' }),
  ],
  [
    'attachments_file_or_link',
    'a file without its size',
    (sql, { document }) => insertAttachment(sql, document, { bytes: null }),
  ],
  [
    'attachments_url',
    'a link to a file of ours',
    (sql, { document }) => insertAttachment(sql, document, { ...noFile, url: 'file:///etc/passwd' }),
  ],
  [
    'attachments_bytes',
    'an empty file',
    (sql, { document }) => insertAttachment(sql, document, { bytes: 0 }),
  ],
  [
    'attachments_order',
    'two files in one place',
    async (sql, { document }) => {
      await insertAttachment(sql, document);
      await insertAttachment(sql, document);
    },
  ],
  [
    'photo_uses_topic_hero',
    'a second hero of a topic',
    async (sql, { photo, topic }) => {
      await insertUse(sql, photo, { topic_id: topic });
      await insertUse(sql, photo, { topic_id: topic });
    },
  ],
  [
    'photo_uses_resource_hero',
    'a second hero of a story',
    async (sql, { photo, story }) => {
      await insertUse(sql, photo, { resource_id: story });
      await insertUse(sql, photo, { resource_id: story });
    },
  ],
  [
    'photo_uses_alt_is_chosen',
    'neither described nor decorative',
    (sql, { photo, topic }) => insertUse(sql, photo, { topic_id: topic, alt: null }),
  ],
  [
    'photo_uses_alt_is_chosen',
    'described and decorative',
    (sql, { photo, topic }) => insertUse(sql, photo, { topic_id: topic, decorative: true }),
  ],
  [
    'photo_uses_alt_filled',
    'a blank description',
    (sql, { photo, topic }) => insertUse(sql, photo, { topic_id: topic, alt: ' ' }),
  ],
  ['photo_uses_one_owner', 'a use nowhere', (sql, { photo }) => insertUse(sql, photo, {})],
  [
    'photo_uses_one_owner',
    'one use in two places',
    (sql, { photo, topic, story }) => insertUse(sql, photo, { topic_id: topic, resource_id: story }),
  ],
  [
    'photo_uses_photo_id_photos_id_fk',
    'a photo deleted while in use',
    async (sql, { photo, topic }) => {
      await insertUse(sql, photo, { topic_id: topic });
      await sql`delete from photos where id = ${photo}`;
    },
  ],
  ['photos_proportion', 'no height', (sql) => sql`insert into photos (width, height) values (3, 0)`],
  [
    'photos_file_key',
    'a name of its own for a file',
    (sql) => sql`insert into photos (width, height, file_key) values (3, 2, 'photo.jpg')`,
  ],
  [
    'photos_source_url',
    'a source that is no link',
    (sql) => sql`insert into photos (width, height, source_url) values (3, 2, 'javascript:0')`,
  ],
  [
    'revisions_topic',
    'a revision number twice',
    async (sql, { topic }) => {
      await insertRevision(sql, topic, 1);
      await insertRevision(sql, topic, 1);
    },
  ],
  ['revisions_number', 'a revision numbered zero', (sql, { topic }) => insertRevision(sql, topic, 0)],
  [
    'a revision never changes',
    'a revision changed',
    async (sql, { topic }) => {
      await insertRevision(sql, topic, 1);
      await sql`update revisions set note = 'otherwise'`;
    },
  ],
  [
    'redirects_not_to_itself',
    'a redirect to itself',
    (sql) => sql`insert into redirects (from_path, to_path) values ('/news/a', '/news/a')`,
  ],
  [
    'redirects_paths',
    'a redirect to another site',
    (sql) => sql`insert into redirects (from_path, to_path) values ('/news/a', 'https://example.org/')`,
  ],
  [
    'redirects_pkey',
    'two ways from one address',
    (sql) =>
      sql`insert into redirects (from_path, to_path) values ('/news/a', '/news/b'), ('/news/a', '/news/c')`,
  ],
  [
    'settings_one_row',
    'settings twice',
    (sql) => sql`insert into settings select false, site_name, tagline,
    zone, contact_mail, notice, accessibility, accessibility_reviewed_on, privacy, privacy_reviewed_on from settings`,
  ],
  [
    'redirects_paths',
    'a redirect to another host',
    (sql) => sql`insert into redirects (from_path, to_path) values ('/news/a', '//elsewhere.example/')`,
  ],
  [
    'attachments_file_key',
    'a file key that leads out of its folder',
    (sql, { document }) => insertAttachment(sql, document, { file_key: '../../postgres/password' }),
  ],
  [
    'attachments_file_name',
    'a file name with a slash',
    (sql, { document }) => insertAttachment(sql, document, { file_name: 'a/b.pdf' }),
  ],
  [
    'attachments_url',
    'an address without a host',
    (sql, { document }) => insertAttachment(sql, document, { ...noFile, url: 'https://' }),
  ],
  [
    'attachments_url',
    'an address with a space',
    (sql, { document }) => insertAttachment(sql, document, { ...noFile, url: 'https://exa mple.org/' }),
  ],
  [
    'resources_withdrawn_has_reason',
    'a draft that is withdrawn',
    (sql, { story }) =>
      sql`update resources set withdrawn_at = now(), withdrawn_reason = 'So' where id = ${story}`,
  ],
  [
    'topic_resources_order',
    'two main topics',
    async (sql, { topic, story }) => {
      const [other] = await sql`insert into topics (slug) values ('other') returning id`;
      await sql`insert into topic_resources (topic_id, resource_id, position)
        values (${topic}, ${story}, 0), (${other?.id}, ${story}, 0)`;
    },
  ],
];

describe('the database takes', () => {
  test.each(Object.entries(taken))('%s', async (_, work) => {
    expect(await outcome(work)).toBe('taken');
  });
});

describe('the database refuses', () => {
  test.each(refused)('%s: %s', async (constraint, _, work) => {
    expect(await outcome(work)).toBe(constraint);
  });
});

/** The constraint that refused, or "taken"; nothing stays. */
async function outcome(work: Work): Promise<string> {
  let seen = 'nothing happened';
  const undone = new Error('undone');
  await rawSql()
    .begin(async (sql) => {
      const ids = await someRows(sql);
      try {
        await work(sql, ids);
        seen = 'taken';
      } catch (error) {
        const { constraint_name, message } = error as { constraint_name?: string; message: string };
        seen = constraint_name ?? message;
      }
      throw undone;
    })
    .catch((error) => {
      if (error !== undone) throw error;
    });
  return seen;
}

async function someRows(sql: TransactionSql) {
  const [topic] = await sql`insert into topics (slug) values ('a-topic') returning id`;
  const rows = await sql`insert into resources (kind, slug)
    values ('news', 'a-story'), ('webinar', 'a-webinar'), ('document', 'a-document') returning id`;
  const [photo] = await sql`insert into photos (width, height) values (3, 2) returning id`;
  const [story, webinar, document] = rows.map(({ id }) => Number(id)) as [number, number, number];
  return { topic: Number(topic?.id), photo: Number(photo?.id), story, webinar, document };
}

function insertWebinar(sql: TransactionSql, id: number, other: Record<string, unknown> = {}) {
  const row = {
    resource_id: id,
    local_start: '2026-07-01 14:00',
    zone: 'America/New_York',
    offset_minutes: -240,
    starts_at: '2026-07-01T18:00:00Z',
    ends_at: '2026-07-01T19:00:00Z',
    minutes: 60,
    uid: 'one@example.org',
    ...other,
  };
  return sql`insert into webinars ${sql(row)}`;
}

const noFile = { file_key: null, file_name: null, media_type: null, bytes: null };

function insertAttachment(sql: TransactionSql, id: number, other: Record<string, unknown> = {}) {
  const row = {
    resource_id: id,
    resource_kind: 'document',
    type: 'other',
    title: 'A file',
    position: 0,
    file_key: `${'0'.repeat(64)}.pdf`,
    file_name: 'a.pdf',
    media_type: 'application/pdf',
    bytes: 1,
    ...other,
  };
  return sql`insert into attachments ${sql(row)}`;
}

function insertUse(sql: TransactionSql, photo: number, other: Record<string, unknown>) {
  const row = { photo_id: photo, place: 'hero', decorative: false, alt: 'A lamp.', ...other };
  return sql`insert into photo_uses ${sql(row)}`;
}

function insertRevision(sql: TransactionSql, topic: number, number: number) {
  return sql`insert into revisions (topic_id, number, act, content) values (${topic}, ${number}, 'save', '{}')`;
}
