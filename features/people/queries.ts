import { asc } from 'drizzle-orm';
import { db } from '@/db/client';

/** The people known from bylines, for suggestions. */
export async function knownPeople() {
  const rows = await db().query.people.findMany({ orderBy: (row) => [asc(row.name)], limit: 500 });
  return rows.map(({ name, affiliation, url }) => ({
    name,
    affiliation: affiliation ?? '',
    url: url ?? '',
    staffId: null,
  }));
}
