import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, integer, timestamp } from 'drizzle-orm/pg-core';

export const id = () => integer().primaryKey().generatedAlwaysAsIdentity();
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });
export const createdAt = () => moment().notNull().defaultNow();

/** A slug is lower-case words joined by single hyphens, at most 120 characters. */
export const slugCheck = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${column}) <= 120`);

/** Text that is there must say something. */
export const filledCheck = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} is null or length(btrim(${column})) > 0`);

/** An address on the web, with a host and without spaces: what it is shown with may take it apart. */
export const webCheck = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} is null or ${column} ~* '^https?://[^[:space:]/?#]+[^[:space:]]*$'`);
