import { readdirSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { staff } from '@/db/schema';
import { makePreviewLink } from '@/features/revisions/preview/mutations';
import { digest, type Edited, readyDraft, started } from './drafts';
import { ask, base, expect, test } from './fixtures';
import { type Member, member } from './members';
import { actionIds, callAction, sessionOf } from './staff';

type Who = 'nobody' | 'contributor' | 'editor' | 'admin';
type People = Record<Exclude<Who, 'nobody'>, Member & { cookie: string }>;

let people: People;

test.beforeAll(async () => {
  const roles = ['contributor', 'editor', 'admin'] as const;
  const made = await Promise.all(
    roles.map(async (role) => {
      const person = await member(role);
      return [role, { ...person, cookie: await sessionOf(person) }] as const;
    }),
  );
  people = Object.fromEntries(made) as People;
});

/** What somebody else's item is called with; the roles that may do it. */
const everybody: Who[] = ['contributor', 'editor', 'admin'];
const editors: Who[] = ['editor', 'admin'];
const admins: Who[] = ['admin'];
const other = () => started('news', people.editor);
const owner = ({ of, id }: Edited) => ({ of, id });
const noPhoto = 2_000_000_000;

const actions: Record<string, { input: () => Promise<unknown>; may: Who[] }> = {
  cancelScheduleAction: { input: async () => owner(await other()), may: editors },
  changeCourseAction: {
    input: async () => ({ id: (await started('webinar', people.editor)).id, to: 'cancel', reason: 'A try.' }),
    may: editors,
  },
  changeRoleAction: {
    input: async () => ({ id: (await member('editor')).id, role: 'contributor' }),
    may: admins,
  },
  changeSettingsAction: { input: settings, may: admins },
  changeTopicOfManyAction: {
    input: async () => ({ ids: [(await other()).id], topicId: 1, add: true }),
    may: editors,
  },
  deletePhotoAction: { input: async () => ({ id: noPhoto }), may: [] },
  disableStaffAction: { input: async () => ({ id: (await member('editor')).id }), may: admins },
  enableStaffAction: { input: async () => ({ id: (await member('editor')).id }), may: admins },
  endReviewAction: { input: async () => ({ ...owner(await other()), note: '' }), may: editors },
  endSessionAction: { input: async () => ({ sessionId: 2_000_000_000 }), may: everybody },
  endSessionsOfAction: { input: async () => ({ id: (await member('editor')).id }), may: admins },
  findPhotosAction: { input: async () => ({ query: 'a' }), may: everybody },
  findTargetsAction: { input: async () => ({ query: 'a' }), may: everybody },
  inviteStaffAction: {
    input: async () => ({ name: 'N', mail: `${crypto.randomUUID()}@example.org`, role: 'editor' }),
    may: admins,
  },
  makePreviewLinkAction: { input: async () => ({ ...owner(await other()), days: 3 }), may: editors },
  publishResourceAction: { input: async () => versioned(await other()), may: editors },
  publishTopicAction: { input: async () => versioned(await started('topic', people.editor)), may: editors },
  publishWebinarAction: {
    input: async () => versioned(await started('webinar', people.editor)),
    may: editors,
  },
  recordOwedPhotoAction: { input: async () => ({}), may: everybody },
  restoreRevisionAction: { input: async () => ({ ...owner(await other()), number: 1 }), may: editors },
  retryMailAction: { input: async () => ({ id: 2_000_000_000 }), may: admins },
  revokePreviewLinkAction: { input: async () => ({ ...owner(await other()), linkId: 1 }), may: editors },
  savePhotoAction: { input: async () => ({ id: noPhoto }), may: [] },
  saveRevisionAction: { input: async () => ({ ...(await other()), note: '' }), may: editors },
  saveWorkingCopyAction: {
    input: async () => ({ ...(await other()), content: await readyDraft('news') }),
    may: editors,
  },
  schedulePublishingAction: {
    input: async () => ({ ...(await other()), local: '2099-01-01T09:00', zone: 'UTC' }),
    may: editors,
  },
  signOutAction: { input: async () => ({}), may: [] },
  startResourceAction: { input: async () => ({ kind: 'news' }), may: everybody },
  startTopicAction: { input: async () => ({}), may: editors },
  submitAction: { input: async () => ({ ...(await other()), note: '' }), may: editors },
  trashResourcesAction: { input: async () => ({ ids: [(await other()).id] }), may: editors },
  trashTopicAction: { input: async () => ({ id: (await started('topic', people.editor)).id }), may: editors },
  untrashResourceAction: { input: async () => ({ id: (await other()).id }), may: editors },
  untrashTopicAction: {
    input: async () => ({ id: (await started('topic', people.editor)).id }),
    may: editors,
  },
  withdrawResourceAction: {
    input: async () => ({ id: (await other()).id, reason: 'A try.', redirectTo: '' }),
    may: editors,
  },
  withdrawTopicAction: {
    input: async () => ({ id: (await started('topic', people.editor)).id, reason: 'A try.', redirectTo: '' }),
    may: editors,
  },
};

const versioned = ({ id, lockVersion }: Edited) => ({ id, lockVersion });

async function settings() {
  const row = await db().query.settings.findFirst();
  if (!row) throw new Error('there are no settings');
  const { one: _, notice, ...rest } = row;
  return { ...rest, notice: notice ?? '' };
}

test.describe('who may do what', { tag: '@changes' }, () => {
  test('is asked about every action there is', () => {
    expect([...actionIds().keys()].sort()).toEqual(Object.keys(actions).sort());
  });

  for (const [name, { input, may }] of Object.entries(actions))
    test(`${name} is for ${may.join(', ') || 'those it is about'}, and does nothing for others`, async () => {
      for (const who of ['nobody', 'contributor', 'editor', 'admin'] as const) {
        // Signing out ends a session that the other tests need.
        if (name === 'signOutAction' && who !== 'nobody') continue;
        const given = await input();
        const before = await digest();
        const cookie = who === 'nobody' ? '' : people[who].cookie;
        const { refused } = await callAction(name, given, { cookie });
        if (may.includes(who))
          expect(['signed-out', 'forbidden'], `${name} for ${who}`).not.toContain(refused?.why);
        else {
          const whys = who === 'nobody' ? ['signed-out'] : ['forbidden', 'gone', 'invalid'];
          expect(whys, `${name} for ${who}: ${JSON.stringify(refused)}`).toContain(refused?.why);
          expect(await digest(), `${name} changed something for ${who}`).toBe(before);
        }
      }
    });

  test('a contributor writes on what they made or are named on, and publishes nothing', async () => {
    const { contributor, editor } = people;
    const own = await started('news', contributor);
    const draft = await readyDraft('news', {
      people: [{ name: 'N', affiliation: '', url: '', staffId: contributor.id }],
    });
    const named = await started('news', editor, draft);
    for (const item of [own, named]) {
      const content = await readyDraft('news', { people: draft.people });
      const { done, refused } = await callAction('saveWorkingCopyAction', { ...item, content }, contributor);
      expect(refused).toBeUndefined();
      expect(done).toMatchObject({ saved: { lockVersion: item.lockVersion + 1 } });
      const published = await callAction(
        'publishResourceAction',
        { id: item.id, lockVersion: item.lockVersion + 1 },
        contributor,
      );
      expect(published.refused?.why).toBe('forbidden');
    }
  });

  test('an editor’s action from elsewhere, without a trace of where, or on a public page changes nothing', async () => {
    const { cookie } = people.editor;
    const given = versioned(await other());
    const before = await digest();
    for (const headers of [{}, { origin: 'https://elsewhere.example' }, { origin: 'null' }] as Record<
      string,
      string
    >[]) {
      const { status, done } = await callAction('publishResourceAction', given, { cookie, headers });
      expect(done, JSON.stringify(headers)).toBeUndefined();
      expect(status).not.toBe(302);
    }
    for (const page of ['/', '/topics/spaces', '/news', '/not-here'])
      expect((await callAction('publishResourceAction', given, { cookie, page })).status).toBe(405);
    // Also with the session and the right origin, an action of staff that a page of visitors does not have.
    const inSignIn = await callAction('publishResourceAction', given, { cookie: '', page: '/sign-in' });
    expect(inSignIn.done).toBeUndefined();
    expect(await digest()).toBe(before);
  });

  test('a session that was ended, disabled or demoted does nothing from the very next request', async () => {
    const given = versioned(await other());
    const [disabled, demoted, ended] = await Promise.all([
      member('editor'),
      member('editor'),
      member('editor'),
    ]);
    const cookies = await Promise.all([disabled, demoted, ended].map(sessionOf));
    const may = async (index: number) =>
      (await callAction('trashResourcesAction', { ids: [] }, { cookie: cookies[index] ?? '' })).refused?.why;
    for (const index of [0, 1, 2]) expect(await may(index)).toBe('invalid');

    await callAction('disableStaffAction', { id: disabled.id }, people.admin);
    await callAction('changeRoleAction', { id: demoted.id, role: 'contributor' }, people.admin);
    await callAction('endSessionsOfAction', { id: ended.id }, people.admin);
    const before = await digest();
    const whys = await Promise.all(
      cookies.map(
        async (cookie) => (await callAction('publishResourceAction', given, { cookie })).refused?.why,
      ),
    );
    expect(whys).toEqual(['signed-out', 'forbidden', 'signed-out']);
    expect(await digest()).toBe(before);
    expect((await ask('/admin', { headers: { cookie: cookies[0] ?? '' } })).status).toBe(307);
  });

  test('the last admin stays one', async () => {
    const rows = await db().select().from(staff).where(eq(staff.role, 'admin'));
    const others = rows.filter(({ id, disabledAt }) => id !== people.admin.id && !disabledAt);
    for (const { id } of others) await callAction('disableStaffAction', { id }, people.admin);
    const { refused } = await callAction(
      'changeRoleAction',
      { id: people.admin.id, role: 'editor' },
      people.admin,
    );
    expect(refused?.sentence).toContain('last admin');
    for (const { id } of others) await callAction('enableStaffAction', { id }, people.admin);
  });
});

test.describe('every address of staff', { tag: '@changes' }, () => {
  const pages: Record<string, Who[]> = {
    '/admin': everybody,
    '/admin/[...rest]': [],
    '/admin/account': everybody,
    '/admin/documents': everybody,
    '/admin/log': admins,
    '/admin/mail': admins,
    '/admin/news': everybody,
    '/admin/people': admins,
    '/admin/photos': everybody,
    '/admin/photos/[id]': everybody,
    '/admin/photos/new': everybody,
    '/admin/resources/[id]': editors,
    '/admin/resources/[id]/course': editors,
    '/admin/resources/[id]/history': editors,
    '/admin/resources/[id]/history/[number]': editors,
    '/admin/resources/[id]/preview': editors,
    '/admin/resources/[id]/publish': editors,
    '/admin/settings': admins,
    '/admin/topics': editors,
    '/admin/topics/[id]': editors,
    '/admin/topics/[id]/history': editors,
    '/admin/topics/[id]/history/[number]': editors,
    '/admin/topics/[id]/preview': editors,
    '/admin/topics/[id]/publish': editors,
    '/admin/webinars': everybody,
  };

  test('is known here', () => {
    const found = readdirSync('app/admin', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)page\.tsx$/.test(file))
      .map((file) => `/admin/${file}`.replace(/\/?page\.tsx$/, ''));
    expect(found.sort()).toEqual(Object.keys(pages).sort());
  });

  for (const [address, may] of Object.entries(pages))
    test(`${address} opens for ${may.join(', ') || 'nobody'}`, async () => {
      const topic = await started('topic', people.editor);
      const webinar = await db().query.webinars.findFirst({ columns: { resourceId: true } });
      const story = await started('news', people.editor);
      const id = address.includes('/topics/')
        ? topic.id
        : address.endsWith('course')
          ? webinar?.resourceId
          : story.id;
      const target = address
        .replace('photos/[id]', 'photos/1')
        .replace('[id]', String(id))
        .replace('[number]', 'working')
        .replace('[...rest]', 'nothing/here');
      for (const who of ['nobody', 'contributor', 'editor', 'admin'] as const) {
        const cookie = who === 'nobody' ? '' : people[who].cookie;
        const { status, headers } = await ask(target, { headers: cookie ? { cookie } : {} });
        const expected = who === 'nobody' ? 307 : may.includes(who) ? 200 : 404;
        expect(status, `${target} for ${who}`).toBe(expected);
        if (who === 'nobody') expect(headers.location).toBe('/sign-in');
        expect(headers['cache-control']).toBe('private, no-store');
        expect(headers['x-robots-tag']).toContain('noindex');
      }
    });

  const routes: Record<
    string,
    { method: string; target: () => Promise<string>; may: Who[]; nobody: number }
  > = {
    '/api/log': { method: 'GET', target: async () => '/api/log', may: admins, nobody: 401 },
    '/api/photos': { method: 'POST', target: async () => '/api/photos', may: everybody, nobody: 401 },
    '/api/photos/[id]/file': {
      method: 'POST',
      target: async () => `/api/photos/${noPhoto}/file`,
      may: [],
      nobody: 401,
    },
    '/api/photos/[id]/thumbnail': {
      method: 'GET',
      target: async () => '/api/photos/2/thumbnail',
      may: everybody,
      nobody: 401,
    },
    '/api/pictures/[id]': {
      method: 'GET',
      target: async () => '/api/pictures/2',
      may: everybody,
      nobody: 401,
    },
    '/api/uploads': { method: 'POST', target: async () => '/api/uploads', may: everybody, nobody: 401 },
    '/api/uploads/[key]': {
      method: 'GET',
      target: async () => `/api/uploads/${'0'.repeat(64)}.pdf`,
      may: [],
      nobody: 401,
    },
    '/api/auth/callback/oidc': {
      method: 'GET',
      target: async () => '/api/auth/callback/oidc?code=a&state=b',
      may: [],
      nobody: 302,
    },
  };

  test('as a route is known here', () => {
    const found = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)route\.ts$/.test(file))
      .map((file) => `/api/${file}`.replace(/\/route\.ts$/, ''));
    expect(found.sort()).toEqual(Object.keys(routes).sort());
  });

  for (const [address, { method, target, may, nobody }] of Object.entries(routes))
    test(`${address} answers ${may.join(', ') || 'nobody'}`, async () => {
      const headers = { origin: base.origin };
      const asked = await target();
      const before = await digest();
      expect((await ask(asked, { method, headers })).status).toBe(nobody);
      expect(await digest()).toBe(before);
      if (nobody !== 401) return;
      for (const who of ['contributor', 'editor', 'admin'] as const) {
        const { status } = await ask(asked, { method, headers: { ...headers, cookie: people[who].cookie } });
        if (may.includes(who)) expect([401, 403, 404], `${asked} for ${who}`).not.toContain(status);
        else expect([403, 404], `${asked} for ${who}`).toContain(status);
      }
      if (method === 'POST')
        expect((await ask(asked, { method, headers: { cookie: people.admin.cookie } })).status).toBe(403);
    });

  test('a preview link shows one draft to somebody without an account, until it is taken back', async () => {
    const item = await started('news', people.editor);
    const token = await makePreviewLink({ of: item.of, id: item.id, days: 3, byId: people.editor.id });
    const shown = await ask(`/preview/${token}`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('A text about');
    expect(shown.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'strict-origin',
    });
    expect(shown.headers['x-robots-tag']).toContain('noindex');
    const link = await db().query.previewLinks.findFirst({ where: (row) => eq(row.resourceId, item.id) });
    await callAction('revokePreviewLinkAction', { ...owner(item), linkId: link?.id }, people.editor);
    expect((await ask(`/preview/${token}`)).text).not.toContain('A text about');
  });
});
