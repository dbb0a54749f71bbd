import { expect, test } from 'vitest';
import { cachedReads } from './cached-reads.mjs';
import { sourceOf } from './source.mjs';

const faults = (body: string, file = 'features/topics/queries.ts') =>
  cachedReads([sourceOf(file, `import { cached } from '@/db/cache';\n${body}`)]);

test('a read that names itself and its tags is fine', () => {
  expect(faults(`export const tree = cached({ name: 'tree', tags: () => [tags.topics], read });`)).toEqual(
    [],
  );
  expect(
    faults(`export const one = cached({ name: 'one', tags: (id: number) => tagsOf(id), read });`),
  ).toEqual([]);
});

test('a read without tags is not', () => {
  const told = ['features/topics/queries.ts: tree must name its tags: what does it read?'];
  expect(faults(`export const tree = cached({ name: 'tree', read });`)).toEqual(told);
  expect(faults(`export const tree = cached({ name: 'tree', tags: () => [], read });`)).toEqual(told);
});

test('nor is one whose name is another’s, is missing, or cannot be seen', () => {
  const named = 'must be a constant and say its own name';
  expect(faults(`export const tree = cached({ name: 'topics', tags: () => [a], read });`)).toEqual([
    `features/topics/queries.ts: tree ${named}`,
  ]);
  expect(faults(`export default cached({ name: 'tree', tags: () => [a], read });`)).toEqual([
    `features/topics/queries.ts: cached(…) ${named}`,
  ]);
  expect(faults('export const tree = cached(options);')).toHaveLength(2);
});

test('two reads of one name share what is kept, so they may not', () => {
  const read = `import { cached } from '@/db/cache'; const tree = cached({ name: 'tree', tags: () => [a], read });`;
  const both = ['features/topics/queries.ts', 'features/stories/queries.ts'].map((file) =>
    sourceOf(file, read),
  );
  expect(cachedReads(both)).toEqual([
    'features/stories/queries.ts: tree is what another cached read is called as well',
  ]);
});

test('Next’s cache of reads is known to one file', () => {
  const body = `import { unstable_cache as keep } from 'next/cache';`;
  expect(faults(body)).toEqual([
    'features/topics/queries.ts: unstable_cache is for db/cache.ts alone; use cached',
  ]);
  expect(faults(body, 'db/cache.ts')).toEqual([]);
});
