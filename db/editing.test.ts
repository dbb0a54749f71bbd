import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { unique } from '@/e2e/acts';
import { readyDraft, saved, started } from '@/e2e/drafts';
import { member } from '@/e2e/members';
import { emptyTrash, trashResources } from '@/features/resources/admin/mutations';
import { publishWorkingCopy, withdrawPage } from '@/features/resources/mutations';
import { ResourceDraft } from '@/features/revisions/draft';
import {
  addRevision,
  restoreRevision,
  saveRevision,
  saveWorkingCopy,
  submitForReview,
} from '@/features/revisions/mutations';
import { becomeFirstAdmin } from '@/features/staff/mutations';
import { giveBackJobs } from '@/jobs/heartbeat';
import { closeDatabase, db, rawSql } from './client';
import { withinRate } from './rates';
import { moveAddress } from './redirects';
import {
  attachments,
  auditLog,
  redirects,
  resources,
  revisions,
  topicResources,
  uploads,
  workingCopies,
} from './schema';
import { write } from './write';

afterAll(closeDatabase);

const copyOf = async (id: number) =>
  (await db().select().from(workingCopies).where(eq(workingCopies.resourceId, id)))[0];

describe('a working copy', () => {
  test('of ten saves from one version takes one; the others learn what stands there', async () => {
    const editor = await member('editor');
    const item = await started('news', editor);
    const drafts = await Promise.all(Array.from({ length: 10 }, () => readyDraft('news')));
    const answers = await Promise.all(
      drafts.map((content) => saveWorkingCopy({ ...item, content, byId: editor.id })),
    );
    const taken = answers.flatMap((answer, index) => ('saved' in answer ? [drafts[index]?.title] : []));
    expect(taken).toHaveLength(1);
    const copy = await copyOf(item.id);
    expect(copy?.lockVersion).toBe(item.lockVersion + 1);
    expect(copy?.content.title).toBe(taken[0]);
    for (const answer of answers)
      if ('conflict' in answer)
        expect(answer.conflict).toMatchObject({ savedBy: editor.name, content: { title: taken[0] } });
  });

  test('would lose nine of ten saves without the condition on its version', async () => {
    const editor = await member('editor');
    const item = await started('news', editor);
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const content = await readyDraft('news');
        // As saveWorkingCopy does, but for the version that it builds on.
        await db().update(workingCopies).set({ content }).where(eq(workingCopies.resourceId, item.id));
      }),
    );
    // Nobody was told, and one text is left.
    expect((await copyOf(item.id))?.lockVersion).toBe(item.lockVersion);
  });

  test('of an item that nobody has edited begins once, however many begin it', async () => {
    const editor = await member('editor');
    const item = await started('document', editor);
    await db().delete(workingCopies).where(eq(workingCopies.resourceId, item.id));
    const answers = await Promise.all(
      [1, 2, 3].map(async () =>
        saveWorkingCopy({
          of: 'resource',
          id: item.id,
          lockVersion: 0,
          content: await readyDraft('document'),
          byId: editor.id,
        }),
      ),
    );
    expect(answers.filter((answer) => 'saved' in answer)).toHaveLength(1);
  });
});

describe('revisions', () => {
  test('are numbered without a gap, however many are made at once', async () => {
    const editor = await member('editor');
    const item = await started('news', editor);
    await Promise.all(Array.from({ length: 12 }, () => saveRevision({ ...item, note: '', byId: editor.id })));
    const rows = await db().select().from(revisions).where(eq(revisions.resourceId, item.id));
    expect(rows.map(({ number }) => number).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });

  test('collide when nobody holds the lock of the item', async () => {
    const editor = await member('editor');
    const item = await started('news', editor);
    const add = () =>
      db().transaction(async (tx) => {
        const [last] = await tx
          .select({ number: sql<number>`coalesce(max(${revisions.number}), 0)::int` })
          .from(revisions)
          .where(eq(revisions.resourceId, item.id));
        await tx.execute(sql`select pg_sleep(0.1)`);
        const number = (last?.number ?? 0) + 1;
        await tx.insert(revisions).values({ resourceId: item.id, number, act: 'save', content: {} });
      });
    const results = await Promise.allSettled([add(), add(), add()]);
    expect(results.some(({ status }) => status === 'rejected')).toBe(true);
  });

  test('can be gone back to without losing what was typed since', async () => {
    const editor = await member('editor');
    const first = await readyDraft('news', { title: 'The first' });
    const item = await started('news', editor, first);
    await saveRevision({ ...item, note: 'first', byId: editor.id });
    await saved(item, { ...first, title: 'Typed since' }, editor);
    await restoreRevision({ of: 'resource', id: item.id, number: 1, byId: editor.id });
    const copy = await copyOf(item.id);
    expect(ResourceDraft.parse(copy?.content).title).toBe('The first');
    const rows = await db()
      .select()
      .from(revisions)
      .where(eq(revisions.resourceId, item.id))
      .orderBy(revisions.number);
    expect(rows.map(({ act, content }) => `${act}: ${content.title}`)).toEqual([
      'save: The first',
      'save: Typed since',
      'restore: The first',
    ]);
    expect(copy?.lockVersion).toBe(item.lockVersion + 2);
  });

  test('of a version that is no longer there are refused, also to submit', async () => {
    const editor = await member('editor');
    const item = await started('news', editor);
    const stale = { ...item, lockVersion: item.lockVersion - 1, note: '', byId: editor.id };
    expect(await saveRevision(stale)).toEqual({ conflict: true });
    expect(await submitForReview(stale)).toEqual({ conflict: true });
    expect(await submitForReview({ ...item, note: '', byId: editor.id })).toEqual({ number: 1 });
    expect((await copyOf(item.id))?.submittedById).toBe(editor.id);
  });
});

describe('the trash', () => {
  test('keeps for thirty days, and then deletes what the log still names', async () => {
    const editor = await member('editor');
    const draft = await readyDraft('news');
    const [kept, old] = [await started('news', editor), await started('news', editor, draft)];
    await trashResources([kept.id, old.id], { byId: editor.id });
    const set = (id: number, days: number) =>
      db()
        .update(resources)
        .set({ trashedAt: new Date(Date.now() - days * 86_400_000) })
        .where(eq(resources.id, id));
    await set(kept.id, 29.9);
    await set(old.id, 30.1);
    await emptyTrash();
    const left = await db()
      .select({ id: resources.id })
      .from(resources)
      .where(sql`id in (${kept.id}, ${old.id})`);
    expect(left).toEqual([{ id: kept.id }]);
    const entries = await db()
      .select()
      .from(auditLog)
      .where(sql`${auditLog.itemKind} = 'news' and ${auditLog.itemId} = ${old.id}`)
      .orderBy(auditLog.id);
    expect(entries.map(({ act }) => act)).toEqual(['created', 'put into the trash', 'deleted for good']);
    expect(entries.at(-1)).toMatchObject({ itemTitle: draft.title, staffId: null });
  });

  test('takes no more writing', async () => {
    const editor = await member('editor');
    const item = await started('news', editor);
    await trashResources([item.id], { byId: editor.id });
    await expect(saved(item, await readyDraft('news'), editor)).rejects.toThrow('in the trash');
  });
});

describe('the log', () => {
  test.each(['update audit_log set act = $$nothing$$', 'delete from audit_log', 'truncate audit_log'])(
    'refuses: %s',
    async (statement) => {
      await expect(rawSql().unsafe(statement)).rejects.toThrow('the log only grows');
    },
  );
});

test('redirects collapse to one step, make no circle, and end where a page is again', async () => {
  const [a, b, c] = [unique('a'), unique('b'), unique('c')].map((slug) => `/news/${slug}`) as [
    string,
    string,
    string,
  ];
  await write(async ({ tx }) => {
    await moveAddress(tx, a, b);
    await moveAddress(tx, b, c);
    const rows = await tx.select().from(redirects).where(sql`${redirects.toPath} in (${a}, ${b}, ${c})`);
    expect(Object.fromEntries(rows.map(({ fromPath, toPath }) => [fromPath, toPath]))).toEqual({
      [a]: c,
      [b]: c,
    });
    await moveAddress(tx, c, a);
    const back = await tx.select().from(redirects).where(sql`${redirects.toPath} in (${a}, ${b}, ${c})`);
    expect(Object.fromEntries(back.map(({ fromPath, toPath }) => [fromPath, toPath]))).toEqual({
      [b]: a,
      [c]: a,
    });
  });
});

test('a rate holds across processes that count at once, and begins anew when its time is over', async () => {
  const by = unique('somebody');
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => withinRate('a try', by, { most: 7, minutes: 5 })),
  );
  expect(tries.filter(Boolean)).toHaveLength(7);
  const { createHash } = await import('node:crypto');
  const key = createHash('sha256').update(`a try\n${by}`).digest('hex');
  await rawSql()`update rates set until = now() - interval '1 second' where key = ${key}`;
  expect(await withinRate('a try', by, { most: 7, minutes: 5 })).toBe(true);
  expect(JSON.stringify(await rawSql()`select * from rates`)).not.toContain(by);
});

test('a site that has staff gives the first link to nobody', async () => {
  await member('editor');
  const { mintSignInToken } = await import('@/auth/tokens');
  const token = await mintSignInToken(db(), { staffId: null, minutes: 5 });
  await expect(becomeFirstAdmin(token, { name: 'Late', mail: 'late@example.org' })).rejects.toThrow(
    'no longer good',
  );
});

test('what a worker had begun when it was killed is given back', async () => {
  const key = unique('lost');
  await rawSql()`select graphile_worker.add_job('tidy', '{}'::json, run_at => now() + interval '1 day', job_key => ${key})`;
  const lock = (minutes: number) =>
    rawSql()`update graphile_worker._private_jobs set locked_by = ${key}, locked_at = now() - make_interval(mins => ${minutes}) where key = ${key}`;
  const holder = async () =>
    (await rawSql()`select locked_by from graphile_worker._private_jobs where key = ${key}`)[0]?.locked_by;
  // The site's own worker is there: what was begun just now may be its own.
  await lock(1);
  await rawSql()`insert into workers values ('elsewhere/1/x', now()) on conflict (name) do update set seen_at = now()`;
  await giveBackJobs(new Date(Date.now() + 1000));
  expect(await holder()).toBe(key);
  await lock(11);
  await giveBackJobs(new Date());
  expect(await holder()).toBeNull();
  await rawSql()`delete from workers where name = 'elsewhere/1/x'`;
  await rawSql()`select graphile_worker.remove_job(${key})`;
});

test('adding a revision needs an item that is there', async () => {
  const owner = { of: 'resource' as const, id: 2_000_000_000 };
  await expect(
    write(({ tx }) => addRevision(tx, { owner, act: 'save', note: null, content: {}, byId: null })),
  ).rejects.toThrow();
});

describe('publishing', () => {
  const publishing = (item: { id: number; lockVersion: number }, byId: number, withdrawn = false) =>
    publishWorkingCopy({ ...item, withdrawn, byId });
  const file = {
    type: 'other' as const,
    title: 'T',
    fileName: 'agenda.hta',
    mediaType: 'text/html',
    bytes: 1,
  };

  test('believes of a file what was found when it was uploaded, and of one that never was nothing', async () => {
    const editor = await member('editor');
    const fileKey = `${randomBytes(32).toString('hex')}.txt`;
    const draft = await readyDraft('document', { attachments: [{ ...file, fileKey }] });
    const item = await started('document', editor, draft);
    await expect(publishing(item, editor.id)).rejects.toThrow('is not here. Upload it again.');
    await db().insert(uploads).values({ fileKey, mediaType: 'text/plain', bytes: 17, byId: editor.id });
    await publishing(item, editor.id);
    const [stored] = await db().select().from(attachments).where(eq(attachments.resourceId, item.id));
    expect(stored).toMatchObject({ fileName: 'agenda.hta.txt', mediaType: 'text/plain', bytes: 17 });
    await trashResources([item.id], { byId: editor.id });
  });

  test('leaves out topics that are gone, and those named twice', async () => {
    const editor = await member('editor');
    const { topicIds } = await readyDraft('news');
    const draft = await readyDraft('news', { topicIds: [2_000_000_000, ...topicIds, ...topicIds] });
    const item = await started('news', editor, draft);
    await publishing(item, editor.id);
    const rows = await db().select().from(topicResources).where(eq(topicResources.resourceId, item.id));
    expect(rows.map(({ topicId }) => topicId)).toEqual(topicIds);
    await trashResources([item.id], { byId: editor.id });
  });

  test('does not bring back what a colleague has withdrawn, unless the page said so', async () => {
    const [editor, colleague] = [await member('editor'), await member('editor')];
    const item = await started('news', editor);
    await publishing(item, editor.id);
    const withdrawal = { id: item.id, byId: colleague.id, reason: 'Wrong.' };
    await expect(withdrawPage({ ...withdrawal, redirectTo: '/news/never-written' })).rejects.toThrow(
      'No page is at',
    );
    await withdrawPage({ ...withdrawal, redirectTo: null });
    await expect(publishing(item, editor.id)).rejects.toThrow('withdrawn this meanwhile');
    await publishing(item, editor.id, true);
    await trashResources([item.id], { byId: editor.id });
  });

  test('of one page by many at once ends for all of them', async () => {
    const editor = await member('editor');
    const item = await started('news', editor);
    const results = await Promise.allSettled(Array.from({ length: 16 }, () => publishing(item, editor.id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    await trashResources([item.id], { byId: editor.id });
  });
});
