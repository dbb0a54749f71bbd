// Fills the database of a copy up to so many resources. Run by site.mjs: node --import tsx bench/many.ts 6000
import { count, eq, isNotNull, sql } from 'drizzle-orm';
import { closeDatabase, db } from '@/db/client';
import {
  attachments,
  people,
  resourcePeople,
  resources,
  topicResources,
  topics,
  webinars,
} from '@/db/schema';
import { type Made, makeResource, type Pool } from './make-resource';
import { illustrate, type PhotoPool, readPhotos } from './many-photos';

const BATCH = 250;
const wanted = Number(process.argv[2]);
const pool = await readPool();
const photoPool = await readPhotos();
const [there] = await db().select({ total: count() }).from(resources);
for (let from = there?.total ?? 0; from < wanted; from += BATCH) {
  const numbers = Array.from({ length: Math.min(BATCH, wanted - from) }, (_, index) => from + index);
  await insert(
    numbers.map((number) => makeResource(number, pool)),
    photoPool,
  );
}
// What the database's own housekeeping would have done by the time there are so many.
await db().execute(sql`analyze`);
await closeDatabase();

/** What the demonstration site has: its paragraphs, people and topics make the others. */
async function readPool(): Promise<Pool> {
  const bodies = await db()
    .select({ body: resources.body })
    .from(resources)
    .where(eq(resources.kind, 'news'));
  const paragraphs = bodies.flatMap(
    ({ body }) => body?.content.filter(({ type }) => type === 'paragraph') ?? [],
  );
  const recorded = await db().select().from(webinars).where(isNotNull(webinars.transcript));
  const ids = async (table: typeof topics | typeof people) =>
    (await db().select({ id: table.id }).from(table).orderBy(table.id)).map(({ id }) => id);
  return {
    paragraphs,
    transcripts: recorded.flatMap(({ transcript }) => (transcript ? [transcript] : [])),
    topicIds: await ids(topics),
    personIds: await ids(people),
  };
}

/** Past the mutations, in few statements: 6,000 resources in seconds. */
async function insert(made: Made[], photoPool: PhotoPool) {
  await db().transaction(async (tx) => {
    const rows = await tx
      .insert(resources)
      .values(made.map(({ resource }) => resource))
      .returning({ id: resources.id });
    const placed = made.map((one, index) => ({ ...one, resourceId: rows[index]?.id ?? 0 }));
    await tx.insert(topicResources).values(placed.flatMap((one) => within(one, one.topics)));
    await tx.insert(resourcePeople).values(placed.flatMap((one) => within(one, one.people)));
    const held = placed.flatMap(({ resourceId, webinar }) => (webinar ? [{ resourceId, ...webinar }] : []));
    if (held.length > 0) await tx.insert(webinars).values(held);
    const files = placed.flatMap((one) =>
      within(one, one.attachments).map((file) => ({ ...file, resourceKind: one.resource.kind })),
    );
    if (files.length > 0) await tx.insert(attachments).values(files);
    const withPhoto = placed.filter(({ photo }) => photo).map(({ resourceId }) => resourceId);
    await illustrate(tx, withPhoto, photoPool);
  });
}

function within<Part>({ resourceId }: { resourceId: number }, parts: Part[]) {
  return parts.map((part, position) => ({ ...part, resourceId, position }));
}
