import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { sessions, signInTokens, staff } from '@/db/schema';
import { unique } from './acts';
import { barriersOn } from './axe';
import { digest } from './drafts';
import { ask, base, expect, postForm, test } from './fixtures';
import { linkIn, mailsTo, mailTo } from './mailbox';
import { member } from './members';
import { callAction, linkOf, sessionOf, signIn } from './staff';

test.describe('signing in', { tag: '@changes' }, () => {
  test('somebody on the staff list asks for a link, presses its button and is at the desk', async ({
    page,
  }) => {
    const person = await member('editor');
    await page.goto('/sign-in');
    expect(await barriersOn(page)).toEqual([]);
    // As people write it.
    await page.getByLabel('Mail address').fill(` ${person.mail.toUpperCase()} `);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
    expect(await barriersOn(page)).toEqual([]);

    const mail = await mailTo(person.mail);
    expect(mail.subject).toContain('Commonshelf');
    expect(String(mail.html)).toContain(linkIn(mail));
    await page.goto(linkIn(mail));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Welcome, ${person.name}`);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Desk');
    const cookie = (await page.context().cookies()).find(({ name }) => name === 'session');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const stored = await db().select().from(sessions).where(eq(sessions.staffId, person.id));
    expect(JSON.stringify(stored)).not.toContain(cookie?.value);
    // A link is good for one use, a little while for a second press aside.
    const token = linkIn(mail).split('/').at(-1) ?? '';
    await db()
      .update(signInTokens)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(signInTokens.staffId, person.id));
    const again = await postForm('/sign-in/enter', { token });
    expect(again.headers.location).toBe('/sign-in/refused');
    expect(again.headers['set-cookie'] ?? []).toEqual([]);
  });

  test('somebody without scripts signs in as well, and is told beside the field what is wrong', async ({
    browser,
    baseURL,
  }) => {
    const person = await member('editor');
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/sign-in');
    // A mail address for the browser, and not for us.
    await page.getByLabel('Mail address').fill('ada@example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByLabel('Mail address')).toHaveAccessibleDescription(/Write one mail address/);
    await expect(page.getByLabel('Mail address')).toHaveValue('ada@example');
    await page.getByLabel('Mail address').fill(person.mail);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
    await page.goto(linkIn(await mailTo(person.mail)));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Desk');
    await context.close();
  });

  test('a stranger, somebody disabled and somebody on the list get the same answer', async () => {
    const known = await member('contributor');
    const disabled = await member('contributor');
    await db().update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, disabled.id));
    const stranger = `${unique('stranger')}@example.org`;
    const answers = await Promise.all(
      [known.mail, disabled.mail, stranger].map(async (mail) => {
        const { status, headers, text } = await postForm('/sign-in/link', { mail });
        const { date: _, 'x-request-id': __, ...others } = headers;
        const { 'content-security-policy': policy, ...rest } = others;
        return { status, text, headers: rest, policy: String(policy).replace(/nonce-[^']+/, 'nonce') };
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    await mailTo(known.mail);
    expect(await mailsTo(disabled.mail)).toEqual([]);
    expect(await mailsTo(stranger)).toEqual([]);
  });

  test('what is no mail address, and what would be two, is refused in words', async ({ page }) => {
    for (const mail of ['ada', 'a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org']) {
      const { headers } = await postForm('/sign-in/link', { mail });
      expect(headers.location, mail).toBe('/sign-in?wrong=mail');
    }
    await page.goto('/sign-in');
    await page.getByLabel('Mail address').fill('a@example.org, b@example.org');
    await page
      .locator('form')
      .first()
      .evaluate((form: HTMLFormElement) => form.submit());
    await page.waitForURL('**/sign-in?wrong=mail');
    await expect(page.getByLabel('Mail address')).toHaveValue('a@example.org, b@example.org');
    await expect(page.getByLabel('Mail address')).toHaveAccessibleDescription(/Write one mail address/);
  });

  test('a mail scanner that opens every link, prefetches it or asks for its head uses nothing up', async ({
    page,
  }) => {
    const invited = unique('invited');
    const admin = await member('admin');
    const mail = `${invited}@example.org`;
    await callAction(
      'inviteStaffAction',
      { name: invited, mail, role: 'editor' },
      { cookie: await sessionOf(admin) },
    );
    const link = new URL(linkIn(await mailTo(mail)));
    const before = await digest();
    for (const [method, headers] of [
      ['GET', {}],
      ['HEAD', {}],
      ['GET', { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' }],
      ['GET', { 'user-agent': 'MailScanner', cookie: 'session=nonsense' }],
      ['GET', { 'next-router-prefetch': '1', rsc: '1' }],
    ] as [string, Record<string, string>][]) {
      const answer = await ask(link.pathname, { method, headers });
      // The framework's own prefetch is led to an address of its own.
      expect([200, 307], method).toContain(answer.status);
      expect(answer.headers).toMatchObject({
        'cache-control': 'private, no-store',
        'referrer-policy': 'strict-origin',
      });
      expect(answer.headers['x-robots-tag']).toContain('noindex');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    for (const target of ['/sign-in/enter', '/sign-in/link', '/sign-in/provider'])
      expect((await ask(target)).status, target).not.toBe(200);
    const token = link.pathname.split('/').at(-1) ?? '';
    // next-auth's own address for it is closed.
    expect((await ask(`/api/auth/callback/email?token=${token}`)).status).toBe(404);
    expect(await digest()).toBe(before);
    await page.goto(link.href);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Desk');
  });

  test('a button that is pressed from elsewhere signs nobody in', async () => {
    const token = (await linkOf(await member('admin'))).split('/').at(-1) ?? '';
    for (const headers of [{}, { origin: 'https://elsewhere.example' }, { origin: 'null' }] as Record<
      string,
      string
    >[]) {
      const answer = await postForm('/sign-in/enter', { token }, headers);
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect((await postForm('/sign-in/enter', { token })).headers.location).toBe('/admin');
    // A second press, as of a double click, is no fault.
    expect((await postForm('/sign-in/enter', { token })).headers.location).toBe('/admin');
    expect((await postForm('/sign-in/enter', { token: `${token}x` })).headers.location).toBe(
      '/sign-in/refused',
    );
  });

  test('somebody who asks too often is told to wait, and the mails stop before that', async () => {
    const person = await member('contributor');
    for (let tries = 0; tries < 8; tries += 1) await postForm('/sign-in/link', { mail: person.mail });
    await expect(async () => expect((await mailsTo(person.mail)).length).toBe(5)).toPass({ timeout: 20_000 });
  });

  test('somebody sees where they are signed in, and ends the others', async ({ page }) => {
    const person = await member('contributor');
    const other = await sessionOf(person);
    await signIn(page, person);
    await page.goto('/admin/account');
    expect(await barriersOn(page)).toEqual([]);
    await expect(page.getByText('(this one)')).toHaveCount(1);
    expect((await ask('/admin', { headers: { cookie: other } })).status).toBe(200);
    await page.getByRole('button', { name: /^Sign out of/ }).click();
    await expect(page.getByRole('button', { name: /^Sign out of/ })).toHaveCount(0);
    expect((await ask('/admin', { headers: { cookie: other } })).status).toBe(307);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    await page.goto('/admin');
    await expect(page).toHaveURL(/\/sign-in$/);
  });

  test('pages of staff run only scripts that the server named, and hold no other site', async () => {
    const cookie = await sessionOf(await member('admin'));
    const { headers, text } = await ask('/admin', { headers: { cookie } });
    const policy = String(headers['content-security-policy']);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(nonce.length).toBeGreaterThan(20);
    for (const [script] of text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g))
      expect(script).toContain(`nonce="${nonce}"`);
    expect(
      String((await ask('/admin', { headers: { cookie } })).headers['content-security-policy']),
    ).not.toContain(nonce);
    expect(base.origin).toBeTruthy();
  });
});
