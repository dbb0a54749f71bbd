import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { TextTree } from '@/lib/text-tree';
import { createdAt, filledCheck, id, moment, slugCheck, webCheck } from './shared';
import { staff } from './staff';
import { topics } from './topics';

export const resourceKind = pgEnum('resource_kind', ['news', 'webinar', 'document']);

/** The public row of a story, webinar or document; what staff change meanwhile is in `working_copies`. */
export const resources = pgTable(
  'resources',
  {
    id: id(),
    kind: resourceKind().notNull(),
    slug: text().notNull(),
    title: text(),
    summary: text(),
    teaser: text(),
    body: jsonb().$type<TextTree>(),
    /** The calendar day of the entry line; of a webinar, the day it is held in its own zone. */
    day: date({ mode: 'string' }),
    correctedOn: date({ mode: 'string' }),
    reviewedOn: date({ mode: 'string' }),
    reviewDueOn: date({ mode: 'string' }),
    /** A licence key as in features/credits, or none: all rights reserved. */
    textLicence: text(),
    firstPublishedAt: moment(),
    publishedAt: moment(),
    withdrawnAt: moment(),
    withdrawnReason: text(),
    trashedAt: moment(),
    createdById: integer().references(() => staff.id, { onDelete: 'restrict' }),
    createdAt: createdAt(),
  },
  (r) => [
    uniqueIndex('resources_slug').on(r.kind, r.slug),
    // What webinars, documents and their parts refer to, so that a story can never have a start.
    unique('resources_id_kind').on(r.id, r.kind),
    index('resources_newest')
      .on(r.kind, r.day.desc(), r.id.desc())
      .where(sql`${r.publishedAt} is not null and ${r.withdrawnAt} is null and ${r.trashedAt} is null`),
    slugCheck('resources_slug_shape', r.slug),
    filledCheck('resources_title_filled', r.title),
    filledCheck('resources_summary_filled', r.summary),
    filledCheck('resources_reason_filled', r.withdrawnReason),
    check('resources_teaser_length', sql`${r.teaser} is null or length(${r.teaser}) between 1 and 300`),
    check(
      'resources_public_is_whole',
      sql`${r.publishedAt} is null or (${r.title} is not null and ${r.body} is not null and ${r.day} is not null and ${r.firstPublishedAt} is not null)`,
    ),
    check(
      'resources_withdrawn_has_reason',
      sql`${r.withdrawnAt} is null or (${r.withdrawnReason} is not null and ${r.publishedAt} is not null)`,
    ),
  ],
);

export const topicResources = pgTable(
  'topic_resources',
  {
    topicId: integer()
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    resourceId: integer()
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    /** The first is the main topic. */
    position: integer().notNull(),
  },
  (tr) => [
    primaryKey({ columns: [tr.topicId, tr.resourceId] }),
    unique('topic_resources_order').on(tr.resourceId, tr.position),
    check('topic_resources_position', sql`${tr.position} >= 0`),
  ],
);

export const attachmentType = pgEnum('attachment_type', [
  'slides',
  'chat',
  'captions',
  'transcript',
  'learner-guide',
  'references',
  'recording',
  'other',
]);

/** A file or a link of a webinar or document, never of a story. */
export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    resourceId: integer().notNull(),
    resourceKind: resourceKind().notNull(),
    type: attachmentType().notNull(),
    title: text().notNull(),
    position: integer().notNull(),
    url: text(),
    /** The name of the stored file, `<sha256>.<ending>`; `fileName` is what a reader saves it as. */
    fileKey: text(),
    fileName: text(),
    mediaType: text(),
    bytes: integer(),
  },
  (a) => [
    foreignKey({
      columns: [a.resourceId, a.resourceKind],
      foreignColumns: [resources.id, resources.kind],
    }).onDelete('cascade'),
    unique('attachments_order').on(a.resourceId, a.position),
    filledCheck('attachments_title_filled', a.title),
    webCheck('attachments_url', a.url),
    check('attachments_not_of_news', sql`${a.resourceKind} <> 'news'`),
    check('attachments_position', sql`${a.position} >= 0`),
    check(
      'attachments_file_or_link',
      sql`num_nonnulls(${a.url}, ${a.fileKey}) = 1 and num_nonnulls(${a.fileKey}, ${a.fileName}, ${a.mediaType}, ${a.bytes}) in (0, 4)`,
    ),
    check(
      'attachments_file_key',
      sql`${a.fileKey} is null or ${a.fileKey} ~ '^[0-9a-f]{64}[.][a-z0-9]{1,5}$'`,
    ),
    // It becomes part of an address.
    check('attachments_file_name', sql`${a.fileName} is null or ${a.fileName} !~ '[/\\\\[:cntrl:]]'`),
    check('attachments_bytes', sql`${a.bytes} is null or ${a.bytes} > 0`),
  ],
);

export const relatedLinks = pgTable(
  'related_links',
  {
    id: id(),
    resourceId: integer()
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    title: text().notNull(),
    url: text().notNull(),
  },
  (l) => [
    unique('related_links_order').on(l.resourceId, l.position),
    filledCheck('related_links_title_filled', l.title),
    webCheck('related_links_url', l.url),
    check('related_links_position', sql`${l.position} >= 0`),
  ],
);

export type Resource = typeof resources.$inferSelect;
export type ResourceKind = Resource['kind'];
export type Attachment = typeof attachments.$inferSelect;
