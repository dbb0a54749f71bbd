import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { photos } from './photos';
import { resources } from './resources';
import { createdAt, id, moment } from './shared';
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
  },
  (r) => [
    oneOwner('revisions_one_owner', r),
    uniqueIndex('revisions_topic').on(r.topicId, r.number),
    uniqueIndex('revisions_resource').on(r.resourceId, r.number),
    uniqueIndex('revisions_photo').on(r.photoId, r.number),
    check('revisions_number', sql`${r.number} > 0`),
  ],
);
