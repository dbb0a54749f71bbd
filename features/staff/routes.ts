import { after } from 'next/server';
import { visitorRoute } from '@/auth/guards';
import { callbackAnswer, PROVIDER, signIn } from '@/auth/next-auth';
import { currentPerson } from '@/auth/session';
import { isAway } from '@/db/away';
import { withinRate } from '@/db/rates';
import { Rejected } from '@/lib/rejected';
import { wholeBody } from '@/lib/request-body';
import { MailAddress, PersonName } from './input';
import { becomeFirstAdmin, oweSignInLink } from './mutations';
import { TYPED } from './typed';

/**
 * The answer is the same whoever asks: whether somebody is on the list is looked up when it has left. Generous to a
 * library whose readers share one network address.
 */
export const requestLinkRoute = visitorRoute(async (request, { by }) => {
  const form = await formOf(request);
  const typed = form.get('mail') ?? '';
  const mail = MailAddress.safeParse(typed);
  if (!mail.success) return askAgain('mail', typed);
  return unlessAway(
    async () => {
      const mayAsk = await withinRate('sign-in from', by, { most: 60, minutes: 15 });
      if (!mayAsk) return askAgain('often', typed);
      const mayMail = await withinRate('sign-in of', mail.data, { most: 5, minutes: 15 });
      if (mayMail) after(() => oweSignInLink(mail.data));
      return seeOther('/sign-in/sent');
    },
    () => askAgain('away', typed),
  );
});

/** The button on the page that a mailed or printed link leads to. */
export const enterRoute = visitorRoute(async (request, { by }) => {
  const form = await formOf(request);
  const token = form.get('token') ?? '';
  // Its page says so, and has the button again once the database is back.
  const away = () => seeOther(`/sign-in/${encodeURIComponent(token)}`);
  return unlessAway(async () => {
    if (!(await withinRate('entering from', by, { most: 100, minutes: 15 })))
      return seeOther('/sign-in?wrong=often');
    if (form.get('first') === null) return enter(request, token);
    return enterFirst(request, token, form);
  }, away);
});

async function enterFirst(request: Request, token: string, form: URLSearchParams): Promise<Response> {
  const [name, mail] = [
    PersonName.safeParse(form.get('name') ?? ''),
    MailAddress.safeParse(form.get('mail') ?? ''),
  ];
  if (!name.success || !mail.success) return seeOther(`/sign-in/${encodeURIComponent(token)}?wrong=person`);
  try {
    const own = await becomeFirstAdmin(token, { name: name.data, mail: mail.data });
    return await enter(request, own);
  } catch (error) {
    if (error instanceof Rejected) return seeOther('/sign-in/refused');
    throw error;
  }
}

/** Leads to the organisation's provider, by a page: a form may lead a browser to our own pages only. */
export const startProviderRoute = visitorRoute((_request, { by }) =>
  unlessAway(
    async () => {
      const may = await withinRate('provider from', by, { most: 60, minutes: 15 });
      return may ? leadToProvider() : seeOther('/sign-in?wrong=often');
    },
    () => seeOther('/sign-in?wrong=away'),
  ),
);

async function leadToProvider(): Promise<Response> {
  const address: string = await signIn(PROVIDER, { redirect: false, redirectTo: '/admin' });
  const { protocol, href } = new URL(address);
  if (!/^https?:$/.test(protocol)) return seeOther('/sign-in/refused');
  const quoted = href.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Signing in</title><meta http-equiv="refresh" content="0; url=${quoted}"><p><a href="${quoted}">Continue to sign in</a></p></html>`,
    { headers: { ...noStore, 'content-type': 'text/html; charset=utf-8' } },
  );
}

/** Where the provider sends people back to. */
export const providerAnswerRoute = visitorRoute((request) =>
  callbackAnswer(request, `/api/auth/callback/${PROVIDER}${new URL(request.url).search}`),
);

async function enter(request: Request, token: string): Promise<Response> {
  const query = new URLSearchParams({ token, callbackUrl: '/admin' });
  const answer = await callbackAnswer(request, `/api/auth/callback/email?${query}`);
  const entered = answer.headers.get('location')?.endsWith('/admin');
  // The button was pressed once more.
  if (!entered && (await currentPerson())) return seeOther('/admin');
  if (!entered) return seeOther('/sign-in/refused');
  const headers = new Headers({ ...noStore, location: '/admin' });
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** While the database is away, what a person is told instead. */
async function unlessAway(run: () => Promise<Response>, away: () => Response): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (isAway(error)) return away();
    throw error;
  }
}

/** The form again, with what was typed: not in the address, which others may see. */
function askAgain(wrong: 'mail' | 'often' | 'away', typed: string): Response {
  const answer = seeOther(`/sign-in?wrong=${wrong}`);
  const cookie = `${TYPED}=${encodeURIComponent(typed.slice(0, 300))}; Path=/sign-in; Max-Age=600; HttpOnly; SameSite=Strict`;
  answer.headers.append('set-cookie', cookie);
  return answer;
}

async function formOf(request: Request): Promise<URLSearchParams> {
  const body = await wholeBody(request, 10_000);
  return new URLSearchParams(body ? new TextDecoder().decode(body) : '');
}

const noStore = { 'cache-control': 'private, no-store' };
const seeOther = (location: string) => new Response(null, { status: 303, headers: { ...noStore, location } });
