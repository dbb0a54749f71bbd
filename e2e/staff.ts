import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { mintSignInToken } from '@/auth/tokens';
import { db } from '@/db/client';
import { ask, base, postForm } from './fixtures';
import type { Member } from './members';

export const linkOf = async (person: Member) =>
  `/sign-in/${await mintSignInToken(db(), { staffId: person.id, minutes: 5 })}`;

/** Signs somebody in at a browser, as a mailed link does: by its page and the button there. */
export async function signIn(page: Page, person: Member) {
  await page.goto(await linkOf(person));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/admin');
}

/** The cookie of a session, for requests without a browser. */
export async function sessionOf(person: Member): Promise<string> {
  const token = (await linkOf(person)).split('/').at(-1) ?? '';
  const answer = await postForm('/sign-in/enter', { token });
  const cookie = [answer.headers['set-cookie']]
    .flat()
    .find((one) => /^(__Host-)?session=[^;]/.test(one ?? ''));
  if (answer.status !== 303 || !cookie)
    throw new Error(`no session: ${answer.status} ${answer.headers.location}`);
  return cookie.split(';')[0] ?? '';
}

export type ActionAnswer = {
  status: number;
  done?: unknown;
  refused?: { why: string; sentence: string; errors: { field: string; sentence: string }[] };
};

/** Calls a server action as a browser's script does, or as somebody would who writes the request by hand. */
export async function callAction(
  name: string,
  input: unknown,
  { cookie = '', headers = { origin: base.origin }, page = '/admin' } = {} as {
    cookie?: string;
    headers?: Record<string, string>;
    page?: string;
  },
): Promise<ActionAnswer> {
  const id = actionIds().get(name);
  if (!id) throw new Error(`there is no action ${name}`);
  const answer = await ask(page, {
    method: 'POST',
    headers: {
      'next-action': id,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      ...(cookie && { cookie }),
      ...headers,
    },
    body: JSON.stringify([input]),
  });
  const [, row = 'null'] = /^1:(.*)$/m.exec(answer.text) ?? [];
  const value = row.startsWith('{') ? JSON.parse(row) : {};
  return { status: answer.status, ...value };
}

/** Every action of the built site, by its name. */
export function actionIds(): Map<string, string> {
  const file = path.join(process.env.DIST_DIR ?? '', 'server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as {
    node: Record<string, { exportedName: string }>;
  };
  return new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]));
}
