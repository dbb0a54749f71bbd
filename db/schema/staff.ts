import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, filledCheck, id, moment } from './shared';

export const staffRole = pgEnum('staff_role', ['contributor', 'editor', 'admin']);

/** Who may sign in. Nobody is ever deleted: the log names them. */
export const staff = pgTable(
  'staff',
  {
    id: id(),
    name: text().notNull(),
    /** One mail address in lower case, by which they are told apart. */
    mail: text().notNull(),
    role: staffRole().notNull(),
    invitedById: integer().references((): AnyPgColumn => staff.id, { onDelete: 'restrict' }),
    lastSignedInAt: moment(),
    disabledAt: moment(),
    createdAt: createdAt(),
  },
  (s) => [
    uniqueIndex('staff_mail').on(s.mail),
    filledCheck('staff_name_filled', s.name),
    check(
      'staff_mail_shape',
      sql`${s.mail} = lower(${s.mail}) and ${s.mail} ~ '^[^[:space:]@,<>"]+@[^[:space:]@,<>"]+$'`,
    ),
  ],
);

/** Whom the organisation's provider knows a person as; joined once by a verified mail address, then by subject. */
export const identities = pgTable(
  'identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    staffId: integer()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (i) => [
    primaryKey({ columns: [i.issuer, i.subject] }),
    uniqueIndex('identities_one_of_an_issuer').on(i.staffId, i.issuer),
  ],
);

const hashCheck = (name: string, column: AnyPgColumn) => check(name, sql`${column} ~ '^[0-9a-f]{64}$'`);

/** Who is signed in, and where; the browser holds the token, we its SHA-256. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    tokenHash: text().notNull(),
    staffId: integer()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    userAgent: text(),
    createdAt: createdAt(),
    seenAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
  },
  (s) => [
    uniqueIndex('sessions_token').on(s.tokenHash),
    index('sessions_staff').on(s.staffId),
    hashCheck('sessions_token_hash', s.tokenHash),
  ],
);

/** Links that sign somebody in once; only their SHA-256 is here. Without a person it makes the first admin. */
export const signInTokens = pgTable(
  'sign_in_tokens',
  {
    tokenHash: text().primaryKey(),
    staffId: integer().references(() => staff.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('sign_in_tokens_staff').on(t.staffId), hashCheck('sign_in_tokens_hash', t.tokenHash)],
);

/** How often something was tried in a span of time, across processes and restarts; keys are hashes. */
export const rates = pgTable(
  'rates',
  { key: text().primaryKey(), count: integer().notNull(), until: moment().notNull() },
  (r) => [index('rates_until').on(r.until), check('rates_count', sql`${r.count} > 0`)],
);

export const mailState = pgEnum('mail_state', [
  'queued',
  'sending',
  'sent',
  'waiting',
  'failed',
  'uncertain',
]);

/**
 * What mail the site owes whom: the occasion, never a text with its links. It is written in the transaction of what it
 * announces; the worker makes the text, mints the links and sends it.
 */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    /** Names the person and the occasion, so that nobody is told twice. */
    key: text().notNull(),
    occasion: text().notNull(),
    staffId: integer()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    state: mailState().notNull().default('queued'),
    attempts: integer().notNull().default(0),
    /** Why it waits, failed or is uncertain, in words. */
    reason: text(),
    messageId: text().notNull(),
    createdAt: createdAt(),
    triedAt: moment(),
    sentAt: moment(),
  },
  (m) => [
    uniqueIndex('mails_key').on(m.key),
    uniqueIndex('mails_message').on(m.messageId),
    index('mails_newest').on(m.createdAt.desc(), m.id.desc()),
    check('mails_attempts', sql`${m.attempts} >= 0`),
    check('mails_sent', sql`(${m.state} = 'sent') = (${m.sentAt} is not null)`),
    filledCheck('mails_occasion_filled', m.occasion),
    filledCheck('mails_reason_filled', m.reason),
  ],
);

/** Every act, by whom, on what: appended to, never changed (a trigger in the migrations refuses), kept when the item is gone. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: moment().notNull().defaultNow(),
    /** Nobody: the site itself, or the operator's terminal. */
    staffId: integer().references(() => staff.id, { onDelete: 'restrict' }),
    act: text().notNull(),
    itemKind: text().notNull(),
    itemId: integer(),
    itemTitle: text(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (a) => [
    index('audit_log_newest').on(a.at.desc(), a.id.desc()),
    index('audit_log_item').on(a.itemKind, a.itemId),
    index('audit_log_staff').on(a.staffId),
    filledCheck('audit_log_act_filled', a.act),
    filledCheck('audit_log_kind_filled', a.itemKind),
  ],
);

/** When a worker was last seen. */
export const workers = pgTable('workers', { name: text().primaryKey(), seenAt: moment().notNull() });

export type Staff = typeof staff.$inferSelect;
export type StaffRole = Staff['role'];
export type Mail = typeof mails.$inferSelect;
