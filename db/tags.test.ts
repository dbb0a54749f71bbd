import { describe, expect, test } from 'vitest';
import { type ResourceState, type TopicState, tagsOfChange } from './tags';

const story: ResourceState = { id: 7, kind: 'news', slug: 'old', topicIds: [1, 2], photoIds: [5] };
const topic: TopicState = { id: 3, slug: 'old', photoIds: [6] };
const touched = (change: Parameters<typeof tagsOfChange>[0]) => tagsOfChange(change).sort();

describe('a resource', () => {
  test('published for the first time: itself, its address, its lists', () => {
    expect(touched({ of: 'resource', before: undefined, after: story })).toEqual(
      [
        'resource:7',
        'at:/news/old',
        'list:news',
        'list:newest',
        'list:topic:1',
        'list:topic:2',
        'list:credits',
        'addresses',
        'photo:5',
      ].sort(),
    );
  });

  test('moved: the lists and addresses it was on, and those it is on', () => {
    const after = { ...story, slug: 'new', topicIds: [2, 9], photoIds: [8] };
    expect(touched({ of: 'resource', before: story, after })).toEqual(
      expect.arrayContaining([
        'at:/news/old',
        'at:/news/new',
        'list:topic:1',
        'list:topic:9',
        'photo:5',
        'photo:8',
      ]),
    );
  });

  test('taken away: all that showed it', () => {
    expect(touched({ of: 'resource', before: story, after: undefined })).toEqual(
      touched({ of: 'resource', before: undefined, after: story }),
    );
  });

  test.each([
    ['news', '/news/old', 'list:news'],
    ['webinar', '/webinars/old', 'list:webinar'],
    ['document', '/documents/old', 'list:document'],
  ] as const)('of kind %s is at %s', (kind, address, list) => {
    const tags = touched({ of: 'resource', before: undefined, after: { ...story, kind } });
    expect(tags).toEqual(expect.arrayContaining([`at:${address}`, list]));
  });

  test('leaves other topics, other kinds and the settings alone', () => {
    const tags = touched({ of: 'resource', before: story, after: story });
    for (const other of ['list:topic:3', 'list:webinar', 'list:document', 'topics', 'settings'])
      expect(tags).not.toContain(other);
  });
});

test('a topic: itself, its addresses, the tree and its photos', () => {
  expect(touched({ of: 'topic', before: topic, after: { ...topic, slug: 'new' } })).toEqual(
    ['topic:3', 'at:/topics/old', 'at:/topics/new', 'topics', 'addresses', 'list:credits', 'photo:6'].sort(),
  );
});

test('a photo: itself, the credits, and the addresses of its files', () => {
  expect(touched({ of: 'photo', photoIds: [4] })).toEqual(['addresses', 'list:credits', 'photo:4']);
});

test('the settings: what every page reads', () => {
  expect(touched({ of: 'settings' })).toEqual(['settings']);
});

test('each tag is named once', () => {
  const tags = tagsOfChange({ of: 'resource', before: story, after: story });
  expect(new Set(tags).size).toBe(tags.length);
});
