import type { Webinar } from '@/db/schema';
import type { PublishedPhoto } from '@/features/photos/queries';
import type { PublishedAttachment, PublishedResource } from '@/features/resources/published';
import { phaseAt } from '@/features/webinars/phase';
import type { PublishedWebinar } from '@/features/webinars/queries';
import { addressOf, topicAddress } from '@/lib/addresses';
import { type DraftTree, type DraftUse, finished, usesOfDraft } from '@/lib/text-tree';
import { resolveLocal } from '@/lib/time';
import type { AttachmentDraft, ResourceDraft, TopicDraft } from './draft';

type Photos = Map<number, PublishedPhoto>;
type Resource = {
  id: number;
  kind: 'news' | 'webinar' | 'document';
  draft: ResourceDraft;
  photos: Photos;
  /** Where a reader of the preview gets a stored file; its public address answers once it is published. */
  file: (fileKey: string) => string;
  today: string;
};

/** A draft in the shape of what is published, for the same components. */
export function resourceAsPublished({ id, kind, draft, photos, file, today }: Resource): PublishedResource {
  const people = draft.people
    .filter(({ name }) => name.trim())
    .map(({ name, affiliation, url }, index) => ({
      id: index,
      name: name.trim(),
      affiliation: affiliation.trim() || null,
      url: /^https?:\/\//i.test(url) ? url : null,
    }));
  return {
    id,
    kind,
    slug: draft.slug,
    address: addressOf({ kind, slug: draft.slug }),
    title: draft.title || 'Without a title yet',
    summary: draft.summary || null,
    teaser: draft.teaser || null,
    day: draft.day || draft.webinar?.local.slice(0, 10) || today,
    correctedOn: draft.correctedOn || null,
    reviewedOn: draft.reviewedOn || null,
    textLicence: draft.textLicence || null,
    publishedAt: new Date().toISOString(),
    topicIds: draft.topicIds,
    authors: kind === 'webinar' ? [] : people,
    presenters: kind === 'webinar' ? people : [],
    attachments: draft.attachments.flatMap((one, index) => attachmentAsPublished(one, index, file) ?? []),
    links: draft.links.filter(({ url }) => /^https?:\/\//i.test(url)),
    ...textAndUses(draft.body, draft.hero, photos),
  };
}

function attachmentAsPublished(
  one: AttachmentDraft,
  id: number,
  hrefOf: Resource['file'],
): PublishedAttachment | undefined {
  const { type, title } = one;
  if ('fileKey' in one) {
    const file = { name: one.fileName, mediaType: one.mediaType, bytes: one.bytes };
    return { id, type, title: title || one.fileName, href: hrefOf(one.fileKey), file };
  }
  return /^https?:\/\//i.test(one.url) && URL.canParse(one.url)
    ? { id, type, title: title || one.url, href: one.url, file: null }
    : undefined;
}

export function topicAsPublished(id: number, draft: TopicDraft, photos: Photos) {
  const { body: introduction, ...uses } = textAndUses(draft.introduction, draft.hero, photos);
  const { kind, hue, parentId, slug } = draft;
  const title = draft.title || 'Without a title yet';
  return { id, slug, address: topicAddress(slug), title, kind, hue, parentId, introduction, ...uses };
}

/** With its course where it is announced; before that, as the draft says. */
export function webinarAsPublished(
  resource: PublishedResource,
  draft: ResourceDraft,
  course: Webinar | undefined,
): PublishedWebinar | undefined {
  const written = draft.webinar;
  if (!written) return undefined;
  const start = course?.startsAt ?? startOf(written);
  if (!start) return undefined;
  const minutes = course?.minutes ?? written.minutes ?? 60;
  const end = new Date(start.getTime() + minutes * 60_000);
  const external = written.registration === 'external' && /^https?:\/\//i.test(written.registrationUrl);
  return {
    ...resource,
    phase: course ? phaseAt(course, new Date()) : 'scheduled',
    startsAt: start.toISOString(),
    endsAt: end.toISOString(),
    zone: course?.zone ?? written.zone,
    minutes,
    stateReason: course?.stateReason ?? null,
    registration: course?.registration ?? (external ? 'external' : 'none'),
    registrationUrl: course ? course.registrationUrl : external ? written.registrationUrl : null,
    cost: written.cost || null,
    captions: written.captions,
    contactHours: written.contactHours || null,
    recordingUrl: course?.recordingUrl ?? null,
    transcript: course?.transcript ?? null,
  };
}

function startOf({ local, zone, offset }: NonNullable<ResourceDraft['webinar']>): Date | undefined {
  try {
    const resolved = resolveLocal({ local, zone });
    if (resolved.status === 'ok') return new Date(resolved.instant);
    const chosen = [resolved.earlier, resolved.later].find((time) => offset && time.endsWith(offset));
    return new Date(chosen ?? resolved.earlier);
  } catch {
    return undefined;
  }
}

function textAndUses(text: DraftTree, hero: DraftUse | null, photos: Photos) {
  const uses = usesOfDraft(text);
  const shown = (use: DraftUse, id: number, place: 'hero' | 'figure') => ({
    id,
    place,
    topicId: null,
    resourceId: null,
    ...use,
    photo: photos.get(use.photoId),
  });
  return {
    body: finished(
      text,
      uses.map((_, index) => index + 1),
    ),
    hero: hero ? shown(hero, 0, 'hero') : null,
    figures: uses.map((use, index) => shown(use, index + 1, 'figure')),
  };
}
