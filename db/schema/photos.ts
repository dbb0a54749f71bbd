import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { resources } from './resources';
import { createdAt, filledCheck, id, moment, webCheck } from './shared';
import { staff } from './staff';
import { topics } from './topics';

export const creditKind = pgEnum('credit_kind', [
  'photo',
  'image',
  'illustration',
  'ai-generated',
  'unknown',
]);

/** A picture and whose it is. The file may be owed: its credit and proportions can be recorded first. */
export const photos = pgTable(
  'photos',
  {
    id: id(),
    /** SHA-256 of the original, which is never public; none while the file is owed. */
    fileKey: text(),
    width: integer().notNull(),
    height: integer().notNull(),
    alt: text(),
    creditKind: creditKind().notNull().default('photo'),
    title: text(),
    sourceName: text(),
    sourceUrl: text(),
    licence: text(),
    changes: text(),
    copyright: text(),
    courtesy: boolean().notNull().default(false),
    permissionFrom: text(),
    /** The line or page the credit was taken from, kept as evidence. */
    evidence: text(),
    /** A credit is public when a person has confirmed it. */
    creditConfirmedAt: moment(),
    createdById: integer().references(() => staff.id, { onDelete: 'restrict' }),
    createdAt: createdAt(),
  },
  (p) => [
    uniqueIndex('photos_file').on(p.fileKey),
    check('photos_proportion', sql`${p.width} > 0 and ${p.height} > 0`),
    check('photos_file_key', sql`${p.fileKey} is null or ${p.fileKey} ~ '^[0-9a-f]{64}$'`),
    filledCheck('photos_alt_filled', p.alt),
    filledCheck('photos_title_filled', p.title),
    filledCheck('photos_source_filled', p.sourceName),
    filledCheck('photos_licence_filled', p.licence),
    filledCheck('photos_changes_filled', p.changes),
    filledCheck('photos_copyright_filled', p.copyright),
    filledCheck('photos_permission_filled', p.permissionFrom),
    webCheck('photos_source_url', p.sourceUrl),
  ],
);

export const photoCreators = pgTable(
  'photo_creators',
  {
    photoId: integer()
      .notNull()
      .references(() => photos.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    name: text().notNull(),
    url: text(),
  },
  (c) => [
    primaryKey({ columns: [c.photoId, c.position] }),
    check('photo_creators_position', sql`${c.position} >= 0`),
    filledCheck('photo_creators_name_filled', c.name),
    webCheck('photo_creators_url', c.url),
  ],
);

export const renditionFormat = pgEnum('rendition_format', ['avif', 'webp']);

/** A resized copy, named by its own content. */
export const renditions = pgTable(
  'renditions',
  {
    photoId: integer()
      .notNull()
      .references(() => photos.id, { onDelete: 'cascade' }),
    format: renditionFormat().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    fileKey: text().notNull(),
  },
  (r) => [
    primaryKey({ columns: [r.photoId, r.format, r.width] }),
    check('renditions_size', sql`${r.width} > 0 and ${r.height} > 0 and ${r.bytes} > 0`),
    check('renditions_file_key', sql`${r.fileKey} ~ '^[0-9a-f]{64}$'`),
  ],
);

export const placeOfUse = pgEnum('use_place', ['hero', 'figure']);

/** One appearance of a photo, in a topic or a resource, with an alternative text of its own. */
export const photoUses = pgTable(
  'photo_uses',
  {
    id: id(),
    photoId: integer()
      .notNull()
      .references(() => photos.id, { onDelete: 'restrict' }),
    topicId: integer().references(() => topics.id, { onDelete: 'cascade' }),
    resourceId: integer().references(() => resources.id, { onDelete: 'cascade' }),
    place: placeOfUse().notNull(),
    decorative: boolean().notNull().default(false),
    alt: text(),
    caption: text(),
  },
  (u) => [
    index('photo_uses_photo').on(u.photoId),
    index('photo_uses_resource').on(u.resourceId),
    index('photo_uses_topic').on(u.topicId),
    uniqueIndex('photo_uses_topic_hero').on(u.topicId).where(sql`${u.place} = 'hero'`),
    uniqueIndex('photo_uses_resource_hero').on(u.resourceId).where(sql`${u.place} = 'hero'`),
    check('photo_uses_one_owner', sql`num_nonnulls(${u.topicId}, ${u.resourceId}) = 1`),
    check('photo_uses_alt_is_chosen', sql`${u.decorative} = (${u.alt} is null)`),
    filledCheck('photo_uses_alt_filled', u.alt),
    filledCheck('photo_uses_caption_filled', u.caption),
  ],
);

export type Photo = typeof photos.$inferSelect;
export type PhotoUse = typeof photoUses.$inferSelect;
