import { addressOf, topicAddress } from '@/lib/addresses';
import type { ResourceKind } from './schema';

/** What a page or a read can depend on. Derived from rows here and nowhere else. */
export const tags = {
  topic: (id: number) => `topic:${id}`,
  resource: (id: number) => `resource:${id}`,
  photo: (id: number) => `photo:${id}`,
  address: (path: string) => `at:${path}`,
  topicList: (topicId: number) => `list:topic:${topicId}`,
  kindList: (kind: ResourceKind) => `list:${kind}`,
  /** The tree: names, order and addresses of all topics. */
  topics: 'topics',
  newest: 'list:newest',
  credits: 'list:credits',
  settings: 'settings',
  addresses: 'addresses',
} as const;

export type TopicState = { id: number; slug: string; photoIds: number[] };
export type ResourceState = {
  id: number;
  kind: ResourceKind;
  slug: string;
  topicIds: number[];
  photoIds: number[];
};
/** `before` alone is something that is taken from the public; `after` alone something that comes. */
export type Change =
  | { of: 'topic'; before: TopicState | undefined; after: TopicState | undefined }
  | { of: 'resource'; before: ResourceState | undefined; after: ResourceState | undefined }
  | { of: 'photo'; photoIds: number[] }
  | { of: 'settings' };

/**
 * All tags that a change touches: the item, its addresses, and the lists it was on before and is on after. Too
 * coarse renders a page once too often, too fine is a stale page; where in doubt it is coarser.
 */
export function tagsOfChange(change: Change): string[] {
  return [...new Set(touched(change))];
}

/** Whether visitors are not to see this again: pages that still show it are not even good enough for an outage. */
export const takesAway = (change: Change): boolean =>
  (change.of === 'topic' || change.of === 'resource') && change.before !== undefined && !change.after;

function touched(change: Change): string[] {
  if (change.of === 'settings') return [tags.settings];
  if (change.of === 'photo') return [tags.credits, tags.addresses, ...change.photoIds.map(tags.photo)];
  if (change.of === 'topic') {
    return states(change).flatMap((topic) => [
      tags.topic(topic.id),
      tags.address(topicAddress(topic.slug)),
      tags.topics,
      tags.addresses,
      tags.credits,
      ...topic.photoIds.map(tags.photo),
    ]);
  }
  return states(change).flatMap((resource) => [
    tags.resource(resource.id),
    tags.address(addressOf(resource)),
    tags.kindList(resource.kind),
    tags.newest,
    tags.addresses,
    tags.credits,
    ...resource.topicIds.map(tags.topicList),
    ...resource.photoIds.map(tags.photo),
  ]);
}

function states<State>(change: { before: State | undefined; after: State | undefined }): State[] {
  return [change.before, change.after].filter((state) => state !== undefined);
}
