import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { resourceKind, resources } from './resources';
import { filledCheck, moment, webCheck } from './shared';

export const webinarState = pgEnum('webinar_state', ['scheduled', 'postponed', 'cancelled']);
export const registrationKind = pgEnum('registration_kind', ['none', 'external', 'here']);

/** A moment of a transcript: milliseconds from the start of the recording, who speaks, what is said. */
export type TranscriptParagraph = { start: number; speaker: string | null; text: string };

/**
 * What makes a resource a webinar. Under way, held and recorded are not stored: they follow from the clock and
 * from `recordedAt` (features/webinars/phase.ts).
 */
export const webinars = pgTable(
  'webinars',
  {
    resourceId: integer().primaryKey(),
    resourceKind: resourceKind().notNull().default('webinar'),
    localStart: timestamp({ withTimezone: false, mode: 'string' }).notNull(),
    zone: text().notNull(),
    /** East of UTC, as chosen where a clock change repeats the local time. */
    offsetMinutes: integer().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    minutes: integer().notNull(),
    state: webinarState().notNull().default('scheduled'),
    stateReason: text(),
    /** RFC 5545: SEQUENCE and UID of its calendar entry. */
    sequence: integer().notNull().default(0),
    uid: text().notNull(),
    registration: registrationKind().notNull().default('none'),
    registrationUrl: text(),
    roomUrl: text(),
    cost: text(),
    captions: boolean().notNull().default(false),
    contactHours: text(),
    recordedAt: moment(),
    recordingUrl: text(),
    transcript: jsonb().$type<TranscriptParagraph[]>(),
  },
  (w) => [
    foreignKey({
      columns: [w.resourceId, w.resourceKind],
      foreignColumns: [resources.id, resources.kind],
    }).onDelete('cascade'),
    unique('webinars_uid').on(w.uid),
    index('webinars_start').on(w.startsAt),
    index('webinars_end').on(w.endsAt),
    check('webinars_kind', sql`${w.resourceKind} = 'webinar'`),
    check('webinars_minutes', sql`${w.minutes} between 1 and 1440`),
    check('webinars_offset', sql`${w.offsetMinutes} between -840 and 840`),
    check('webinars_sequence', sql`${w.sequence} >= 0`),
    check('webinars_zone_filled', sql`length(${w.zone}) > 0`),
    check(
      'webinars_instant',
      sql`${w.startsAt} = (${w.localStart} - make_interval(mins => ${w.offsetMinutes})) at time zone 'UTC'`,
    ),
    check('webinars_end_follows', sql`${w.endsAt} = ${w.startsAt} + make_interval(mins => ${w.minutes})`),
    check('webinars_reason', sql`${w.state} = 'scheduled' or ${w.stateReason} is not null`),
    check(
      'webinars_registration_url',
      sql`(${w.registration} = 'external') = (${w.registrationUrl} is not null)`,
    ),
    filledCheck('webinars_reason_filled', w.stateReason),
    filledCheck('webinars_cost_filled', w.cost),
    filledCheck('webinars_contact_hours_filled', w.contactHours),
    filledCheck('webinars_uid_filled', w.uid),
    webCheck('webinars_registration_link', w.registrationUrl),
    webCheck('webinars_room_link', w.roomUrl),
    webCheck('webinars_recording_link', w.recordingUrl),
  ],
);

export type Webinar = typeof webinars.$inferSelect;
