import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { unique } from '@/e2e/acts';
import { createResource, publishResource, withdrawResource } from '@/features/resources/mutations';
import { createTopic, publishTopic } from '@/features/topics/mutations';
import {
  announceWebinar,
  cancelWebinar,
  postponeWebinar,
  publishRecording,
  rescheduleWebinar,
} from '@/features/webinars/mutations';
import { Rejected } from '@/lib/rejected';
import { closeDatabase, db, rawSql } from './client';
import type { Writing } from './write';

afterAll(closeDatabase);

/** What a test does is undone: nothing of it reaches the site of the other tests. */
let writing: Writing;
let undo: () => void;
let undone: Promise<unknown>;
beforeEach(async () => {
  await new Promise<void>((begun) => {
    undone = db()
      .transaction(async (tx) => {
        writing = { tx, changed: () => {} };
        begun();
        await new Promise<void>((end) => {
          undo = end;
        });
        throw new Error('undone');
      })
      .catch(() => {});
  });
});
afterEach(async () => {
  undo();
  await undone;
});

const text = { type: 'doc' as const, content: [] };
const resource = {
  title: 'Title',
  summary: null,
  teaser: null,
  body: text,
  correctedOn: null,
  reviewedOn: null,
  textLicence: null,
  topicIds: [],
  authorIds: [],
  presenterIds: [],
  attachments: [],
  links: [],
};
const zone = 'America/New_York';

async function announced(local: string, offset?: string) {
  const slug = unique('webinar');
  const id = await createResource({ kind: 'webinar', slug }, writing);
  const start = { local, zone, ...(offset && { offset }) };
  const webinar = {
    start,
    uid: slug,
    minutes: 60,
    registration: 'none' as const,
    registrationUrl: null,
    roomUrl: null,
    cost: null,
    captions: false,
    contactHours: null,
  };
  await announceWebinar(id, { resource, webinar }, writing);
  const row = () =>
    writing.tx.query.webinars.findFirst({ where: (table, { eq }) => eq(table.resourceId, id) });
  const day = async () =>
    (await writing.tx.query.resources.findFirst({ where: (table, { eq }) => eq(table.id, id) }))?.day;
  return { id, row, day, webinar };
}

const refused = (field: string) => expect.objectContaining({ name: 'Rejected', field });

test('a start that the clocks skip is refused, one that they show twice asks which', async () => {
  await expect(announced('2099-03-08T02:30')).rejects.toEqual(refused('start'));
  await expect(announced('2099-11-01T01:30')).rejects.toEqual(refused('start'));
  const later = await announced('2099-11-01T01:30', '-05:00');
  expect((await later.row())?.startsAt.toISOString()).toBe('2099-11-01T06:30:00.000Z');
  expect(await later.day()).toBe('2099-11-01');
});

test('a webinar that moves has a new day and a higher sequence, one calendar entry, and its jobs move along', async () => {
  const { id, row, day } = await announced('2099-05-04T14:00');
  await postponeWebinar(id, 'The presenter is ill.', writing);
  expect(await row()).toMatchObject({ state: 'postponed', sequence: 1 });
  await rescheduleWebinar(id, { local: '2099-06-01T10:00', zone: 'Europe/Kyiv' }, writing);
  expect(await row()).toMatchObject({
    state: 'scheduled',
    stateReason: null,
    sequence: 2,
    zone: 'Europe/Kyiv',
  });
  expect((await row())?.startsAt.toISOString()).toBe('2099-06-01T07:00:00.000Z');
  expect(await day()).toBe('2099-06-01');
});

test('new texts leave the time and the state of an announced webinar alone', async () => {
  const { id, row, webinar } = await announced('2099-05-04T14:00');
  await cancelWebinar(id, 'Too few came.', writing);
  const moved = { ...webinar, start: { local: '2099-07-07T09:00', zone } };
  await announceWebinar(id, { resource: { ...resource, title: 'Another' }, webinar: moved }, writing);
  expect(await row()).toMatchObject({ state: 'cancelled', localStart: '2099-05-04 14:00:00' });
});

test('what has been held can be neither cancelled nor postponed, and a recording is not of nothing', async () => {
  const { id } = await announced('2020-05-04T14:00');
  await expect(cancelWebinar(id, 'Late', writing)).rejects.toEqual(refused('state'));
  await expect(postponeWebinar(id, 'Late', writing)).rejects.toEqual(refused('state'));
  const nothing = { recordingUrl: null };
  await expect(publishRecording(id, nothing, writing)).rejects.toEqual(refused('recordingUrl'));
});

test('a webinar cannot be published without a start, nor a draft withdrawn', async () => {
  const id = await createResource({ kind: 'webinar', slug: unique('webinar') }, writing);
  await expect(publishResource(id, { ...resource, day: '2099-01-01' }, writing)).rejects.toEqual(
    refused('start'),
  );
  await expect(withdrawResource(id, 'Why', writing)).rejects.toEqual(refused('id'));
});

test('a topic cannot be put below a topic that is below it', async () => {
  const input = {
    kind: 'subject' as const,
    position: 0,
    hue: 'teal' as const,
    title: 'T',
    introduction: text,
  };
  const [upper, lower] = [
    await createTopic(unique('upper'), writing),
    await createTopic(unique('lower'), writing),
  ];
  await publishTopic(upper, { ...input, parentId: null }, writing);
  await publishTopic(lower, { ...input, parentId: upper }, writing);
  await expect(publishTopic(upper, { ...input, parentId: lower }, writing)).rejects.toBeInstanceOf(Rejected);
});

test('a test leaves nothing behind', async () => {
  const rows = await rawSql()`select 1 from topics where slug like 'upper-%' or slug like 'lower-%'`;
  expect(rows).toHaveLength(0);
});
