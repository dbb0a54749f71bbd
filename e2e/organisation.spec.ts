import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, expect } from '@playwright/test';
import Provider from 'oidc-provider';
import postgres from 'postgres';
import { test } from './fixtures';
import { type OwnSite, ownSite } from './own-site';

type Account = { email: string; email_verified: boolean; name: string };

/** What the organisation knows of whom; changed while the tests go on, as it is there. */
const accounts: Record<string, Account> = {
  'subject-of-ida': { email: 'Ida@organisation.example.org', email_verified: true, name: 'Ida' },
  'unverified-ida': { email: 'ida@organisation.example.org', email_verified: false, name: 'Ida' },
  'other-ida': { email: 'ida@organisation.example.org', email_verified: true, name: 'Ida' },
  stranger: { email: 'stranger@organisation.example.org', email_verified: true, name: 'Stranger' },
};

test.describe('an organisation that signs its people in', { tag: '@changes' }, () => {
  let site: OwnSite;
  let provider: Server;
  let sql: postgres.Sql;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    provider = createServer();
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const client = {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'commonshelf',
      OIDC_CLIENT_SECRET: 'a-secret-of-both',
    };
    site = await ownSite('organisation', {
      args: ['--empty'],
      given: { ...client, OIDC_NAME: 'the County' },
    });
    const oidc = new Provider(issuer, {
      clients: [
        {
          client_id: client.OIDC_CLIENT_ID,
          client_secret: client.OIDC_CLIENT_SECRET,
          redirect_uris: [`${site.url}/api/auth/callback/oidc`],
        },
      ],
      claims: { email: ['email', 'email_verified'], profile: ['name'] },
      // As the large providers do: what they know stands in the ID token.
      conformIdTokenClaims: false,
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ sub, ...accounts[sub] }),
      }),
      cookies: { keys: ['a-key-of-the-test'] },
    });
    provider.on('request', oidc.callback());
    sql = postgres(await site.databaseUrl(), { max: 1, onnotice: () => {} });
    await sql`insert into staff (name, mail, role) values ('Ida Known', 'ida@organisation.example.org', 'editor')`;
  });
  test.afterAll(async () => {
    await sql?.end();
    await site?.stop();
    await new Promise((resolve) => provider?.close(resolve));
  });

  /** Signs in at the organisation in a browser of its own; says at which page of ours that ends. */
  async function enter(browser: Browser, subject: string): Promise<string> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site.url}/sign-in`);
    await page.getByRole('button', { name: 'Sign in with the County' }).click();
    await page.locator('input[name=login]').fill(subject);
    await page.locator('input[name=password]').fill('anything');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]').click();
    await page.waitForURL(`${site.url}/**`);
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    await page.context().close();
    return heading;
  }

  test('lets in who is on the staff list, by a verified mail address once and then by subject', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const refused = 'That did not sign you in';
    expect(await enter(browser, 'stranger')).toBe(refused);
    expect(await enter(browser, 'unverified-ida')).toBe(refused);
    expect(await sql`select 1 from identities`).toHaveLength(0);

    expect(await enter(browser, 'subject-of-ida')).toBe('Desk');
    const [identity] = await sql`select subject from identities`;
    expect(identity?.subject).toBe('subject-of-ida');

    // Somebody else there who has the address now is not her.
    expect(await enter(browser, 'other-ida')).toBe(refused);
    // She is, whatever her address is meanwhile.
    accounts['subject-of-ida'] = { email: 'ida.new@elsewhere.example', email_verified: false, name: 'Ida' };
    expect(await enter(browser, 'subject-of-ida')).toBe('Desk');
    expect(await sql`select 1 from identities`).toHaveLength(1);

    await sql`update staff set disabled_at = now()`;
    expect(await enter(browser, 'subject-of-ida')).toBe(refused);
    await sql`update staff set disabled_at = null`;
  });

  test('joins nobody to who was signed in at the same browser', async ({ browser }) => {
    await sql`insert into staff (name, mail, role) values ('Bo Other', 'stranger@organisation.example.org', 'contributor')`;
    const page = await (await browser.newContext()).newPage();
    for (const [subject, name] of [
      ['subject-of-ida', 'Ida Known'],
      ['stranger', 'Bo Other'],
    ] as const) {
      await page.context().clearCookies({ domain: '127.0.0.1' });
      await page.goto(`${site.url}/sign-in`);
      if (subject === 'stranger') {
        // Still signed in as the first.
        await expect(page.getByRole('link', { name: 'Ida Known' })).toBeVisible();
        const action = `${site.url}/sign-in/provider`;
        await page.evaluate((address) => {
          const form = document.createElement('form');
          form.method = 'post';
          form.action = address;
          document.body.append(form);
          form.submit();
        }, action);
      } else await page.getByRole('button', { name: 'Sign in with the County' }).click();
      await page.locator('input[name=login]').fill(subject);
      await page.locator('input[name=password]').fill('anything');
      await page.locator('button[type=submit]').click();
      await page.locator('button[type=submit]').click();
      await page.waitForURL(`${site.url}/admin`);
      await expect(page.getByRole('link', { name })).toBeVisible();
    }
    const rows =
      await sql`select name, subject from identities join staff on staff.id = staff_id order by name`;
    expect(rows.map(({ name, subject }) => `${name}: ${subject}`)).toEqual([
      'Bo Other: stranger',
      'Ida Known: subject-of-ida',
    ]);
  });
});
