import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { resources } from './resources';
import { createdAt, filledCheck, id, webCheck } from './shared';

export const people = pgTable(
  'people',
  {
    id: id(),
    name: text().notNull(),
    affiliation: text(),
    url: text(),
    createdAt: createdAt(),
  },
  (p) => [
    index('people_name').on(p.name),
    filledCheck('people_name_filled', p.name),
    filledCheck('people_affiliation_filled', p.affiliation),
    webCheck('people_url', p.url),
  ],
);

export const personRole = pgEnum('person_role', ['author', 'presenter']);

export const resourcePeople = pgTable(
  'resource_people',
  {
    resourceId: integer()
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    role: personRole().notNull(),
    position: integer().notNull(),
  },
  (rp) => [
    primaryKey({ columns: [rp.resourceId, rp.role, rp.personId] }),
    unique('resource_people_order').on(rp.resourceId, rp.role, rp.position),
    index('resource_people_person').on(rp.personId),
    check('resource_people_position', sql`${rp.position} >= 0`),
  ],
);
