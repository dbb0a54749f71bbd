import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Item } from '@/auth/authorize';
import { db, type Transaction } from '@/db/client';
import {
  attachments,
  people,
  photos,
  photoUses,
  relatedLinks,
  resourcePeople,
  resources,
  topicResources,
  topics,
  webinars,
  workingCopies,
} from '@/db/schema';
import { imagePolicy } from '@/features/credits/policy';
import { draftOf, usesOfDraft } from '@/lib/text-tree';
import type { CheckContext } from '../checks';
import { type Draft, emptyResource, emptyTopic, type ResourceDraft, type TopicDraft } from '../draft';
import type { Owner } from '../owner-name';

/** Within a transaction, its own connection is asked: waiting for another one while holding locks could wait for ever. */
type From = Pick<Transaction, 'select'>;

export type EditedItem = Item & {
  slug: string;
  firstPublishedAt: Date | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  trashedAt: Date | null;
};

/** What decides who may touch an item, and where it is in its life. */
export async function editedItem(owner: Owner, from: From = db()): Promise<EditedItem | undefined> {
  const [row] =
    owner.of === 'topic'
      ? await from
          .select({ row: topics, content: workingCopies.content })
          .from(topics)
          .leftJoin(workingCopies, eq(workingCopies.topicId, topics.id))
          .where(eq(topics.id, owner.id))
      : await from
          .select({ row: resources, content: workingCopies.content })
          .from(resources)
          .leftJoin(workingCopies, eq(workingCopies.resourceId, resources.id))
          .where(eq(resources.id, owner.id));
  if (!row) return undefined;
  const { row: item, content } = row;
  const named = (content as Partial<ResourceDraft> | null)?.people ?? [];
  return {
    kind: 'kind' in item && owner.of === 'resource' ? (item.kind as Item['kind']) : 'topic',
    id: owner.id,
    createdById: item.createdById,
    namedIds: named.flatMap(({ staffId }) => staffId ?? []),
    isPublic: item.publishedAt !== null && item.withdrawnAt === null && item.trashedAt === null,
    slug: item.slug,
    firstPublishedAt: item.firstPublishedAt,
    publishedAt: item.publishedAt,
    withdrawnAt: item.withdrawnAt,
    withdrawnReason: item.withdrawnReason,
    trashedAt: item.trashedAt,
  };
}

/** What is public, in the shape of a working copy. */
export const publicDraft = ({ of, id }: Owner, from: From = db()): Promise<Draft | undefined> =>
  of === 'topic' ? publicTopicDraft(id, from) : publicResourceDraft(id, from);

async function publicTopicDraft(id: number, from: From): Promise<TopicDraft | undefined> {
  const [row] = await from.select().from(topics).where(eq(topics.id, id));
  if (!row) return undefined;
  const uses = await from.select().from(photoUses).where(eq(photoUses.topicId, id));
  return {
    ...emptyTopic,
    title: row.title ?? '',
    slug: row.slug,
    slugChosen: true,
    hero: heroOf(uses),
    kind: row.kind,
    parentId: row.parentId,
    position: row.position,
    hue: row.hue,
    introduction: row.introduction ? draftOf(row.introduction, uses) : emptyTopic.introduction,
  };
}

async function publicResourceDraft(id: number, from: From): Promise<ResourceDraft | undefined> {
  const [row] = await from.select().from(resources).where(eq(resources.id, id));
  if (!row) return undefined;
  const [placed, named, files, links, uses, [webinar]] = await Promise.all([
    from
      .select({ topicId: topicResources.topicId })
      .from(topicResources)
      .where(eq(topicResources.resourceId, id))
      .orderBy(asc(topicResources.position)),
    from
      .select({ name: people.name, affiliation: people.affiliation, url: people.url })
      .from(resourcePeople)
      .innerJoin(people, eq(people.id, resourcePeople.personId))
      .where(
        and(
          eq(resourcePeople.resourceId, id),
          eq(resourcePeople.role, row.kind === 'webinar' ? 'presenter' : 'author'),
        ),
      )
      .orderBy(asc(resourcePeople.position)),
    from.select().from(attachments).where(eq(attachments.resourceId, id)).orderBy(asc(attachments.position)),
    from
      .select()
      .from(relatedLinks)
      .where(eq(relatedLinks.resourceId, id))
      .orderBy(asc(relatedLinks.position)),
    from.select().from(photoUses).where(eq(photoUses.resourceId, id)),
    from.select().from(webinars).where(eq(webinars.resourceId, id)),
  ]);
  return {
    ...emptyResource(row.kind),
    title: row.title ?? '',
    slug: row.slug,
    slugChosen: true,
    hero: heroOf(uses),
    summary: row.summary ?? '',
    teaser: row.teaser ?? '',
    body: row.body ? draftOf(row.body, uses) : { type: 'doc', content: [] },
    day: row.day ?? '',
    correctedOn: row.correctedOn ?? '',
    reviewedOn: row.reviewedOn ?? '',
    reviewDueOn: row.reviewDueOn ?? '',
    textLicence: row.textLicence ?? '',
    topicIds: placed.map(({ topicId }) => topicId),
    people: named.map(({ name, affiliation, url }) => ({
      name,
      affiliation: affiliation ?? '',
      url: url ?? '',
      staffId: null,
    })),
    attachments: files.map(({ type, title, url, fileKey, fileName, mediaType, bytes }) =>
      fileKey && fileName && mediaType && bytes
        ? { type, title, fileKey, fileName, mediaType, bytes }
        : { type, title, url: url ?? '' },
    ),
    links: links.map(({ title, url }) => ({ title, url })),
    webinar: webinar
      ? {
          local: webinar.localStart.replace(' ', 'T').slice(0, 16),
          zone: webinar.zone,
          offset: offsetWords(webinar.offsetMinutes),
          minutes: webinar.minutes,
          registration: webinar.registration,
          registrationUrl: webinar.registrationUrl ?? '',
          cost: webinar.cost ?? '',
          captions: webinar.captions,
          contactHours: webinar.contactHours ?? '',
        }
      : emptyResource(row.kind).webinar,
  };
}

function heroOf(uses: (typeof photoUses.$inferSelect)[]) {
  const hero = uses.find(({ place }) => place === 'hero');
  return hero
    ? { photoId: hero.photoId, alt: hero.alt, decorative: hero.decorative, caption: hero.caption }
    : null;
}

/** `-05:00`. */
function offsetWords(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** What a draft is checked against: its photos, and who has its address. */
export async function checkContext(
  owner: Owner,
  draft: Draft,
  from: From = db(),
): Promise<CheckContext | undefined> {
  const item = await editedItem(owner, from);
  if (!item || item.kind === 'photo') return undefined;
  const text = 'body' in draft ? draft.body : draft.introduction;
  const photoIds = [...usesOfDraft(text), ...(draft.hero ? [draft.hero] : [])].map(({ photoId }) => photoId);
  const [rows, [other]] = await Promise.all([
    photoIds.length > 0 ? from.select().from(photos).where(inArray(photos.id, photoIds)) : [],
    owner.of === 'topic'
      ? from
          .select({ title: topics.title })
          .from(topics)
          .where(and(eq(topics.slug, draft.slug), ne(topics.id, owner.id)))
      : from
          .select({ title: resources.title })
          .from(resources)
          .where(
            and(
              eq(resources.kind, item.kind as 'news'),
              eq(resources.slug, draft.slug),
              ne(resources.id, owner.id),
            ),
          ),
  ]);
  return {
    kind: item.kind,
    photos: Object.fromEntries(
      rows.map((photo) => [
        photo.id,
        {
          credited: photo.creditConfirmedAt !== null,
          licenceAsksCredit: imagePolicy(photo.licence).attribution === 'required',
          hasFile: photo.fileKey !== null,
          title: photo.title,
        },
      ]),
    ),
    slugTakenBy: other ? (other.title ?? 'a draft') : null,
    firstPublished: item.firstPublishedAt !== null,
    today: new Date().toISOString().slice(0, 10),
  };
}
