import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { staffAdapter } from '@/auth/adapter';
import { readyDraft, started } from '@/e2e/drafts';
import { member } from '@/e2e/members';
import { trashResources } from '@/features/resources/admin/mutations';
import { publishWorkingCopy } from '@/features/resources/mutations';
import { disableStaff, enableStaff } from '@/features/staff/mutations';
import { closeDatabase, db, rawSql } from './client';
import { auditLog, photos, resources, sessions } from './schema';

afterAll(closeDatabase);

const adapter = staffAdapter(async () => 'A browser');
const session = (staffId: number) => ({
  sessionToken: randomBytes(16).toString('hex'),
  userId: String(staffId),
  expires: new Date(Date.now() + 60_000),
});

test('somebody who signs in while they are disabled has no session, also after they are enabled again', async () => {
  for (let round = 0; round < 10; round++) {
    const person = await member('contributor');
    const entering = adapter.createSession?.(session(person.id));
    await Promise.allSettled([entering, disableStaff(person.id, { byId: null })]);
    await expect(adapter.createSession?.(session(person.id))).rejects.toThrow('disabled');
    await enableStaff(person.id, { byId: null });
    expect(await db().select().from(sessions).where(eq(sessions.staffId, person.id))).toEqual([]);
  }
});

test('signing out is in the log, once', async () => {
  const person = await member('contributor');
  const own = session(person.id);
  await adapter.createSession?.(own);
  await adapter.deleteSession?.(own.sessionToken);
  await adapter.deleteSession?.(own.sessionToken);
  const acts = await db().select({ act: auditLog.act }).from(auditLog).where(eq(auditLog.staffId, person.id));
  expect(acts.map(({ act }) => act)).toEqual(['signed in', 'signed out']);
});

test('of several that are put into the trash, one that is gone for good stops none of the others', async () => {
  const editor = await member('editor');
  const [gone, left] = [await started('news', editor), await started('news', editor)];
  await db().delete(resources).where(eq(resources.id, gone.id));
  await trashResources([gone.id, left.id], { byId: editor.id });
  const [row] = await db().select().from(resources).where(eq(resources.id, left.id));
  expect(row?.trashedAt).not.toBeNull();
});

test('a photo that is deleted while a page with it is published refuses that in words', async () => {
  const editor = await member('editor');
  const [photo] = await db()
    .insert(photos)
    .values({
      width: 10,
      height: 10,
      title: 'A photo of a test',
      licence: 'cc0/1.0',
      creditConfirmedAt: new Date(),
    })
    .returning();
  if (!photo) throw new Error('no row came back');
  const use = { photoId: photo.id, alt: 'A photo.', decorative: false, caption: null };
  const item = await started('news', editor, await readyDraft('news', { hero: use }));
  const sql = await rawSql().reserve();
  await sql`begin`;
  await sql`delete from photos where id = ${photo.id}`;
  const publishing = publishWorkingCopy({
    id: item.id,
    lockVersion: item.lockVersion,
    withdrawn: false,
    byId: editor.id,
  });
  const refusal = publishing.catch((error: unknown) => error);
  // It waits for the row that is being deleted.
  await expect
    .poll(async () => (await rawSql()`select 1 from pg_locks where not granted`).length, { timeout: 10_000 })
    .toBeGreaterThan(0);
  await sql`commit`;
  sql.release();
  expect(await refusal).toMatchObject({
    name: 'Rejected',
    sentence: expect.stringContaining('just been deleted'),
  });
});
