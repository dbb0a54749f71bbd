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
import type { TextTree } from '@/lib/text-tree';
import { createdAt, filledCheck, id, moment, slugCheck } from './shared';
import { staff } from './staff';

export const topicKind = pgEnum('topic_kind', ['subject', 'project', 'series']);
export const hue = pgEnum('hue', ['teal', 'rust', 'moss', 'plum', 'indigo', 'ochre']);

/** The public row of a topic; what staff change meanwhile is in `working_copies`. */
export const topics = pgTable(
  'topics',
  {
    id: id(),
    slug: text().notNull(),
    kind: topicKind().notNull().default('subject'),
    parentId: integer().references((): AnyPgColumn => topics.id, { onDelete: 'restrict' }),
    position: integer().notNull().default(0),
    hue: hue().notNull().default('teal'),
    title: text(),
    introduction: jsonb().$type<TextTree>(),
    firstPublishedAt: moment(),
    publishedAt: moment(),
    withdrawnAt: moment(),
    withdrawnReason: text(),
    trashedAt: moment(),
    createdById: integer().references(() => staff.id, { onDelete: 'restrict' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('topics_slug').on(t.slug),
    index('topics_tree').on(t.parentId, t.position, t.id),
    slugCheck('topics_slug_shape', t.slug),
    filledCheck('topics_title_filled', t.title),
    check('topics_position', sql`${t.position} >= 0`),
    check('topics_not_own_parent', sql`${t.parentId} is null or ${t.parentId} <> ${t.id}`),
    check(
      'topics_public_is_whole',
      sql`${t.publishedAt} is null or (${t.title} is not null and ${t.introduction} is not null and ${t.firstPublishedAt} is not null)`,
    ),
    filledCheck('topics_reason_filled', t.withdrawnReason),
    check(
      'topics_withdrawn_has_reason',
      sql`${t.withdrawnAt} is null or (${t.withdrawnReason} is not null and ${t.publishedAt} is not null)`,
    ),
  ],
);

export type Topic = typeof topics.$inferSelect;
