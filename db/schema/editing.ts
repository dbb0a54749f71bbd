import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { photos } from './photos';
import { resources } from './resources';
import { createdAt, filledCheck, id, moment } from './shared';
import { staff } from './staff';
import { topics } from './topics';

const owner = () => ({
  topicId: integer().references(() => topics.id, { onDelete: 'cascade' }),
  resourceId: integer().references(() => resources.id, { onDelete: 'cascade' }),
  photoId: integer().references(() => photos.id, { onDelete: 'cascade' }),
});

const oneOwner = (name: string, t: { topicId: AnyPgColumn; resourceId: AnyPgColumn; photoId: AnyPgColumn }) =>
  check(name, sql`num_nonnulls(${t.topicId}, ${t.resourceId}, ${t.photoId}) = 1`);

/** What staff see and change. The public row changes only by publishing. */
export const workingCopies = pgTable(
  'working_copies',
  {
    id: id(),
    ...owner(),
    /** Raised by every save; a save that names an older one is refused. */
    lockVersion: integer().notNull().default(1),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    savedAt: moment().notNull().defaultNow(),
    savedById: integer().references(() => staff.id, { onDelete: 'restrict' }),
    /** Somebody asks for it to be published; any later change of the text leaves that as it is. */
    submittedAt: moment(),
    submittedById: integer().references(() => staff.id, { onDelete: 'restrict' }),
  },
  (w) => [
    oneOwner('working_copies_one_owner', w),
    uniqueIndex('working_copies_topic').on(w.topicId),
    uniqueIndex('working_copies_resource').on(w.resourceId),
    uniqueIndex('working_copies_photo').on(w.photoId),
    check('working_copies_lock_version', sql`${w.lockVersion} > 0`),
  ],
);

export const revisionAct = pgEnum('revision_act', ['save', 'submit', 'publish', 'restore', 'confirm']);

/** A numbered state that never changes: a trigger in the migrations refuses updates. */
export const revisions = pgTable(
  'revisions',
  {
    id: id(),
    ...owner(),
    number: integer().notNull(),
    act: revisionAct().notNull(),
    note: text(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    /** Nobody: the demonstration, or the worker. */
    byId: integer().references(() => staff.id, { onDelete: 'restrict' }),
  },
  (r) => [
    oneOwner('revisions_one_owner', r),
    uniqueIndex('revisions_topic').on(r.topicId, r.number),
    uniqueIndex('revisions_resource').on(r.resourceId, r.number),
    uniqueIndex('revisions_photo').on(r.photoId, r.number),
    check('revisions_number', sql`${r.number} > 0`),
  ],
);

/** A revision that is to be published at a moment. One that was published, given up or refused is done. */
export const schedules = pgTable(
  'schedules',
  {
    id: id(),
    topicId: integer().references(() => topics.id, { onDelete: 'cascade' }),
    resourceId: integer().references(() => resources.id, { onDelete: 'cascade' }),
    revisionId: integer()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    at: moment().notNull(),
    /** In which its time was chosen and is told. */
    zone: text().notNull(),
    byId: integer()
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    createdAt: createdAt(),
    doneAt: moment(),
    /** Why it could not be published when its time came. */
    refusal: text(),
  },
  (s) => [
    check('schedules_one_owner', sql`num_nonnulls(${s.topicId}, ${s.resourceId}) = 1`),
    uniqueIndex('schedules_topic').on(s.topicId).where(sql`${s.doneAt} is null`),
    uniqueIndex('schedules_resource').on(s.resourceId).where(sql`${s.doneAt} is null`),
    filledCheck('schedules_refusal_filled', s.refusal),
  ],
);

/** A link that shows one draft to somebody without an account; only its SHA-256 is here. */
export const previewLinks = pgTable(
  'preview_links',
  {
    id: id(),
    tokenHash: text().notNull(),
    topicId: integer().references(() => topics.id, { onDelete: 'cascade' }),
    resourceId: integer().references(() => resources.id, { onDelete: 'cascade' }),
    byId: integer()
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (l) => [
    uniqueIndex('preview_links_token').on(l.tokenHash),
    index('preview_links_topic').on(l.topicId),
    index('preview_links_resource').on(l.resourceId),
    check('preview_links_one_owner', sql`num_nonnulls(${l.topicId}, ${l.resourceId}) = 1`),
    check('preview_links_hash', sql`${l.tokenHash} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** A file that was uploaded, whether or not anything public has it yet. Its bytes were stored before this row. */
export const uploads = pgTable(
  'uploads',
  {
    /** The name of the stored file, `<sha256>.<ending>`. */
    fileKey: text().primaryKey(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    byId: integer()
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    createdAt: createdAt(),
  },
  (u) => [
    check('uploads_file_key', sql`${u.fileKey} ~ '^[0-9a-f]{64}[.][a-z0-9]{1,5}$'`),
    check('uploads_bytes', sql`${u.bytes} > 0`),
  ],
);

export type Revision = typeof revisions.$inferSelect;
export type WorkingCopy = typeof workingCopies.$inferSelect;
