import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { unique } from '@/e2e/acts';
import { readyDraft, saved, started } from '@/e2e/drafts';
import { member } from '@/e2e/members';
import { saveRevision } from '@/features/revisions/mutations';
import { forgetUnused, recordUpload } from '@/features/uploads/mutations';
import { publishWebinarCopy } from '@/features/webinars/admin/mutations';
import { publishRecording } from '@/features/webinars/mutations';
import { env } from '@/lib/env';
import { fileAt, storeFile } from '@/lib/storage';
import { closeDatabase, db } from './client';
import { uploads, webinars } from './schema';

afterAll(closeDatabase);

const place = (fileKey: string) => fileAt(env().DATA_DIR, 'attachments', fileKey);

async function uploaded(byId: number, { text = unique('file'), ending = 'txt' } = {}) {
  const fileKey = `${createHash('sha256').update(text).digest('hex')}.${ending}`;
  await storeFile(place(fileKey), Buffer.from(text));
  const file = { fileKey, fileName: `file.${ending}`, mediaType: 'text/plain', bytes: text.length };
  await recordUpload(file, { byId });
  return file;
}

test('files that nothing names for thirty days go; those of a draft, a revision or a page stay', async () => {
  const editor = await member('editor');
  const files = await Promise.all(Array.from({ length: 4 }, () => uploaded(editor.id)));
  const [unused, drafted, kept, young] = files;
  if (!unused || !drafted || !kept || !young) throw new Error('four were made');
  const other = { type: 'other' as const, title: 'A file' };
  const draft = await readyDraft('document', { attachments: [{ ...other, ...kept }] });
  const item = await started('document', editor, draft);
  await saveRevision({ ...item, note: '', byId: editor.id });
  await saved(item, { ...draft, attachments: [{ ...other, ...drafted }] }, editor);

  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  const old = [unused, drafted, kept].map(({ fileKey }) => fileKey);
  await db().update(uploads).set({ createdAt: longAgo }).where(inArray(uploads.fileKey, old));
  for (const fileKey of old) await utimes(place(fileKey), longAgo, longAgo);
  await forgetUnused();
  expect(files.map(({ fileKey }) => existsSync(place(fileKey)))).toEqual([false, true, true, true]);
  const rows = await db()
    .select()
    .from(uploads)
    .where(
      inArray(
        uploads.fileKey,
        files.map(({ fileKey }) => fileKey),
      ),
    );
  expect(rows).toHaveLength(3);
});

test('a recording’s transcript is what its captions say, and follows them', async () => {
  const editor = await member('editor');
  const cues = (said: string) => `WEBVTT ${unique('v')}\n\n00:00:01.000 --> 00:00:04.000\n<v Ada>${said}\n`;
  const first = await uploaded(editor.id, { text: cues('Welcome to all.'), ending: 'vtt' });
  const second = await uploaded(editor.id, { text: cues('Welcome, everybody.'), ending: 'vtt' });
  const captions = (file: typeof first) => ({ type: 'captions' as const, title: 'Captions', ...file });
  const draft = await readyDraft('webinar', { attachments: [captions(first)] });
  const item = await started('webinar', editor, draft);
  const publish = (lockVersion: number) =>
    publishWebinarCopy({ id: item.id, lockVersion, withdrawn: false, byId: editor.id });
  await publish(item.lockVersion);
  const transcript = async () =>
    (await db().select().from(webinars).where(eq(webinars.resourceId, item.id)))[0]?.transcript;
  expect(await transcript()).toBeNull();
  await publishRecording(item.id, { recordingUrl: 'https://example.org/recording' });
  expect(await transcript()).toEqual([{ start: 1000, speaker: 'Ada', text: 'Welcome to all.' }]);
  await publish(await saved(item, { ...draft, attachments: [captions(second)] }, editor));
  expect(await transcript()).toMatchObject([{ text: 'Welcome, everybody.' }]);
  await publish(
    await saved({ ...item, lockVersion: item.lockVersion + 1 }, { ...draft, attachments: [] }, editor),
  );
  expect(await transcript()).toBeNull();
});
