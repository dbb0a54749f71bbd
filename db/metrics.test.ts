import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatus, counts, serveMetrics } from '@/server/metrics';
import { Prepared } from '@/server/prepared';
import { closeDatabase, rawSql } from './client';

let server: ReturnType<typeof serveMetrics>;
beforeAll(async () => {
  server = serveMetrics(0, new Prepared({ bytes: 1_000_000 }));
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(async () => {
  server.close();
  await closeDatabase();
});

const address = () => server.address() as AddressInfo;
const figures = async () => (await fetch(`http://127.0.0.1:${address().port}/metrics`)).text();
const figure = (text: string, name: string) =>
  Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1]);

test('the figures say what was answered, rendered, kept and owed, to this machine alone', async () => {
  expect(address().address).toBe('127.0.0.1');
  const before = await figures();
  counts.prepared += 3;
  counts.renderings += 2;
  counts.stale += 1;
  countStatus(200);
  countStatus(503);
  const after = await figures();
  const grown = (name: string) => figure(after, name) - (figure(before, name) || 0);
  expect(grown('commonshelf_prepared_hits_total')).toBe(3);
  expect(grown('commonshelf_renderings_total')).toBe(2);
  expect(grown('commonshelf_stale_answers_total')).toBe(1);
  expect(grown('commonshelf_requests_total{status="503"}')).toBe(1);
  expect(figure(after, 'commonshelf_prepared_bytes')).toBe(0);
  const [mails] = await rawSql()`select count(*)::int as number from mails where state = 'sent'`;
  if (mails?.number) expect(figure(after, 'commonshelf_mails{state="sent"}')).toBe(mails.number);
  expect(figure(after, 'commonshelf_jobs{state="waiting"}')).toBeGreaterThanOrEqual(0);
  expect((await fetch(`http://127.0.0.1:${address().port}/`)).status).toBe(404);
});
