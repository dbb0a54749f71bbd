import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { schedules, workers } from '@/db/schema';
import { schedulePublishing } from '@/features/revisions/schedule/mutations';
import { changeRole } from '@/features/staff/mutations';
import { readyDraft, saved, started } from './drafts';
import { ask, expect, test } from './fixtures';
import { type Member, member } from './members';
import { siteText } from './site-text';
import { callAction, sessionOf, signIn } from './staff';
import { field } from './writing';

let editor: Member & { cookie: string };
test.beforeAll(async () => {
  const person = await member('editor');
  editor = { ...person, cookie: await sessionOf(person) };
});

test.describe('what is to be published at a set time', { tag: '@changes' }, () => {
  test('is published then, as it was when the time was set, and not before', async () => {
    test.setTimeout(120_000);
    const draft = await readyDraft('news');
    const item = await started('news', editor, draft);
    // The earliest that a person can choose.
    const at = new Date(Date.now() + 31_000);
    await schedulePublishing({ ...item, at, zone: 'America/New_York', byId: editor.id });
    const later = { ...draft, title: `${draft.title}, changed later` };
    await saved(item, later, editor);
    const address = `/news/${draft.slug}`;
    expect((await ask(address)).status).toBe(404);
    await expect(async () => expect((await ask(address)).status).toBe(200)).toPass({
      timeout: 61_000,
      intervals: [250],
    });
    const late = Date.now() - at.getTime();
    expect(late).toBeGreaterThan(-100);
    expect(late).toBeLessThan(30_000);
    const text = await siteText(address);
    expect(text).toContain(draft.title);
    expect(text).not.toContain('changed later');
    expect(await siteText('/topics/spaces')).toContain(draft.title);
    const row = await db().query.schedules.findFirst({ where: (each) => eq(each.resourceId, item.id) });
    expect(row).toMatchObject({ refusal: null });
    expect(row?.doneAt).not.toBeNull();
    await callAction('trashResourcesAction', { ids: [item.id] }, editor);
  });

  test('that can no longer be published stays as it is, and the desk says why', async ({ page }) => {
    const draft = await readyDraft('news');
    const item = await started('news', editor, draft);
    const at = new Date(Date.now() + 31_000);
    await schedulePublishing({ ...item, at, zone: 'UTC', byId: editor.id });
    const taken = await started('news', editor, { ...(await readyDraft('news')), slug: draft.slug });
    await callAction('publishResourceAction', { id: taken.id, lockVersion: taken.lockVersion }, editor);
    // Its time comes now: a job that is early asks for nothing.
    await db().update(schedules).set({ at: new Date() }).where(eq(schedules.resourceId, item.id));
    const { publishScheduled } = await import('@/jobs/publish-scheduled');
    const row = await db().query.schedules.findFirst({ where: (each) => eq(each.resourceId, item.id) });
    await publishScheduled(row?.id ?? 0);
    await signIn(page, editor);
    await expect(page.getByText('Another page has this address').first()).toBeVisible();
    await callAction('trashResourcesAction', { ids: [item.id, taken.id] }, editor);
  });

  test('is not published for somebody who may no longer publish', async () => {
    const left = await member('editor');
    const draft = await readyDraft('news');
    const item = await started('news', left, draft);
    const at = new Date(Date.now() + 31_000);
    await schedulePublishing({ ...item, at, zone: 'UTC', byId: left.id });
    await changeRole(left.id, 'contributor', { byId: editor.id });
    const { publishScheduled } = await import('@/jobs/publish-scheduled');
    const mine = () => db().query.schedules.findFirst({ where: (each) => eq(each.resourceId, item.id) });
    await publishScheduled((await mine())?.id ?? 0);
    expect((await mine())?.refusal).toContain(`${left.name} set this time and may no longer publish`);
    expect((await ask(`/news/${draft.slug}`)).status).toBe(404);
  });

  test('is set in a zone and told in UTC, and can be taken back', async ({ page }) => {
    const item = await started('webinar', editor);
    await signIn(page, editor);
    await page.goto(`/admin/resources/${item.id}/publish`);
    await field(page, 'Day and time').fill('2099-07-01T09:00');
    await expect(
      page.getByText('Wednesday 1 July 2099, 9:00 AM ET, which is 2099-07-01 13:00 UTC'),
    ).toBeVisible();
    // An hour that comes twice is asked about.
    await field(page, 'Day and time').fill('2099-11-01T01:30');
    await page.getByLabel('The second, 1:30 AM EST').check();
    await expect(page.getByText('which is 2099-11-01 06:30 UTC')).toBeVisible();
    await page.getByLabel('The first, 1:30 AM EDT').check();
    await page.getByRole('button', { name: 'Publish at this time' }).click();
    await expect(
      page.getByText(/Set for 1 November 2099, 1:30 AM EDT \(2099-11-01 05:30 UTC\)/),
    ).toBeVisible();
    await field(page, 'Day and time').fill('2099-07-01T09:00');
    await page.getByRole('button', { name: 'Publish at this time' }).click();
    await expect(page.getByText(/Set for 1 July 2099, 9:00 AM ET \(2099-07-01 13:00 UTC\)/)).toBeVisible();
    await page.goto('/admin');
    await expect(page.getByRole('region', { name: /^Scheduled/ }).getByRole('listitem')).not.toHaveCount(0);
    await page.goto(`/admin/resources/${item.id}/publish`);
    await page.getByRole('button', { name: 'Take this time back' }).click();
    await expect(page.getByText(/Set for/)).toHaveCount(0);
    const { refused } = await callAction(
      'schedulePublishingAction',
      { of: item.of, id: item.id, lockVersion: item.lockVersion, local: '2020-01-01T09:00', zone: 'UTC' },
      editor,
    );
    expect(refused?.sentence).toContain('has passed');
  });

  test('waits for a worker, and the desk says when none was seen for two minutes', async ({ page }) => {
    await expect(async () => expect(await db().select().from(workers)).not.toEqual([])).toPass({
      timeout: 30_000,
    });
    await signIn(page, editor);
    await expect(page.getByText(/The worker was/)).toHaveCount(0);
    const old = new Date(Date.now() - 130_000);
    await db().update(workers).set({ seenAt: old });
    await page.reload();
    await expect(page.getByText(/The worker was last seen/)).toBeVisible();
    await db().update(workers).set({ seenAt: new Date() });
  });
});
