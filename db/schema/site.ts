import { sql } from 'drizzle-orm';
import { boolean, check, date, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { TextTree } from '@/lib/text-tree';
import { createdAt, filledCheck, moment } from './shared';

/** An address that moved. Live pages win over it. */
export const redirects = pgTable(
  'redirects',
  { fromPath: text().primaryKey(), toPath: text().notNull(), createdAt: createdAt() },
  (r) => [
    index('redirects_to').on(r.toPath),
    check('redirects_paths', sql`${r.fromPath} ~ '^/[a-z]' and ${r.toPath} ~ '^/([^/]|$)'`),
    check('redirects_not_to_itself', sql`${r.fromPath} <> ${r.toPath}`),
  ],
);

/** The moment at which what a tag names last changed; read by every process at its start (server/changes.ts). */
export const tagTimes = pgTable('tag_times', { tag: text().primaryKey(), changedAt: moment().notNull() });

/** What the site says of itself: one row. */
export const settings = pgTable(
  'settings',
  {
    one: boolean().primaryKey().default(true),
    siteName: text().notNull(),
    tagline: text().notNull(),
    /** IANA zone in which "today" is meant. */
    zone: text().notNull(),
    contactMail: text().notNull(),
    notice: text(),
    accessibility: jsonb().$type<TextTree>().notNull(),
    accessibilityReviewedOn: date({ mode: 'string' }).notNull(),
    privacy: jsonb().$type<TextTree>().notNull(),
    privacyReviewedOn: date({ mode: 'string' }).notNull(),
  },
  (s) => [check('settings_one_row', sql`${s.one}`), filledCheck('settings_name_filled', s.siteName)],
);
