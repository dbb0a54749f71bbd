import { expect, test } from 'vitest';
import { changeCount, expire } from '@/lib/freshness.mjs';
import { UnderWay } from './under-way';

test('whoever joins a request counts from its beginning', async () => {
  const underWay = new UnderWay();
  const first = underWay.begin('/news');
  await expire(['list:news']);
  const joined = underWay.begin('/news');
  expect(joined.since).toBe(first.since);
  expect(joined.since).toBeLessThan(changeCount());
  expect(underWay.begin('/topics').since).toBe(changeCount());
  first.done();
  joined.done();
  expect(underWay.begin('/news').since).toBe(changeCount());
});
