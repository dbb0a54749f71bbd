import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { ResourceKind } from '@/db/schema';
import type { Writing } from '@/db/write';
import { placePhoto, recordPhoto } from '@/features/photos/mutations';
import { createPerson, createResource } from '@/features/resources/mutations';
import { createTopic } from '@/features/topics/mutations';
import type { LinkTarget } from '@/lib/text-tree';
import { CONTENT, type DemoPhotoUse } from './front-matter';
import type { Resolve } from './markdown';
import type { PreparedPhoto } from './photos';
import { typographic } from './typography';

export type Ids = {
  topic: (slug: string) => number;
  resource: (kind: ResourceKind, slug: string) => number;
  person: (key: string) => number;
  photo: (key: string) => number;
};
export type Owner = { topicId: number } | { resourceId: number };

type Slugs = { slug: string }[];

/** Rows for everything first, so that texts can refer to what is published after them. */
export async function createAll(
  writing: Writing,
  content: { topics: Slugs; stories: Slugs; webinars: Slugs; documents: Slugs },
  photos: Map<string, PreparedPhoto>,
): Promise<Ids> {
  const known = new Map<string, number>();
  const people: Record<string, { name: string; affiliation: string }> = parse(
    await readFile(path.join(CONTENT, 'people.yaml'), 'utf8'),
  );
  for (const [key, { name, affiliation }] of Object.entries(people))
    known.set(`person:${key}`, await createPerson({ name, affiliation, url: null }, writing));
  for (const [key, photo] of photos) known.set(`photo:${key}`, await recordPhoto(photo, writing));
  for (const { slug } of content.topics) known.set(`topic:${slug}`, await createTopic(slug, writing));
  const kinds = [
    ['news', content.stories],
    ['webinar', content.webinars],
    ['document', content.documents],
  ] as const;
  for (const [kind, items] of kinds)
    for (const { slug } of items) known.set(`${kind}:${slug}`, await createResource({ kind, slug }, writing));

  const get = (name: string) => {
    const id = known.get(name);
    if (id === undefined) throw new Error(`the demonstration content has no ${name}`);
    return id;
  };
  return {
    topic: (slug) => get(`topic:${slug}`),
    resource: (kind, slug) => get(`${kind}:${slug}`),
    person: (key) => get(`person:${key}`),
    photo: (key) => get(`photo:${key}`),
  };
}

/** `topic:slug`, `story:slug`, `webinar:slug`, `document:slug` and `photo:key` become ids. */
export function resolverFor(writing: Writing, ids: Ids, owner: Owner): Resolve {
  return {
    link: (url) => linkTarget(ids, url),
    figure: ({ photo = '', alt, caption }) => {
      const use: DemoPhotoUse = alt
        ? { key: photo, alt, caption }
        : { key: photo, decorative: true, caption };
      return place(writing, ids, { owner, use, where: 'figure' });
    },
  };
}

export function place(
  writing: Writing,
  ids: Ids,
  { owner, use, where }: { owner: Owner; use: DemoPhotoUse; where: 'hero' | 'figure' },
) {
  const alt =
    'alt' in use ? { decorative: false as const, alt: typographic(use.alt) } : { decorative: true as const };
  return placePhoto(
    {
      photoId: ids.photo(use.key),
      owner,
      place: where,
      caption: use.caption ? typographic(use.caption) : null,
      ...alt,
    },
    writing,
  );
}

function linkTarget(ids: Ids, url: string): LinkTarget {
  const [, scheme, name = ''] = /^(topic|story|webinar|document|photo):(.+)$/.exec(url) ?? [];
  if (scheme === 'topic') return { topicId: ids.topic(name) };
  if (scheme === 'story') return { resourceId: ids.resource('news', name) };
  if (scheme === 'webinar' || scheme === 'document') return { resourceId: ids.resource(scheme, name) };
  if (scheme === 'photo') return { photoId: ids.photo(name) };
  return { href: url };
}
