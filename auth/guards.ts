import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { z } from 'zod';
import { env } from '@/lib/env';
import { Rejected } from '@/lib/rejected';
import { type Act, authorize, type Item } from './authorize';
import type { Person } from './person';
import { currentPerson } from './session';

type FieldError = { field: string; sentence: string };
type Refusal = {
  why: 'signed-out' | 'forbidden' | 'gone' | 'invalid' | 'rejected';
  /** For a person; the errors belong beside their fields. */
  sentence: string;
  errors: FieldError[];
};
/** What an action answers: what it did, or why not. Anything else is a bug and is thrown. */
export type Outcome<Result> = { done: Result; refused?: undefined } | { refused: Refusal; done?: undefined };

type About<Schema extends z.ZodType, Found extends Item> = {
  act: Act;
  input: Schema;
  /** The item that the input names; an act about an item that is not there is refused. */
  item?: (input: z.output<Schema>) => Promise<Found | undefined>;
};
type Given<Schema extends z.ZodType, Found extends Item> = {
  person: Person;
  input: z.output<Schema>;
  item: Found;
};

/**
 * Makes every server action of staff. An action can be called by anybody, through any page that bundles it, so each
 * call is asked in this order: from our own pages? who? well-formed? may they?
 */
export function staffAction<Schema extends z.ZodType, Result, Found extends Item = Item>(
  about: About<Schema, Found>,
  run: (given: Given<Schema, Found>) => Promise<Result>,
): (input: z.input<Schema>) => Promise<Outcome<Result>> {
  return async (given) => {
    const asked = await headers();
    if (!isOurs(asked.get('origin'))) return refusal('forbidden');
    const person = await currentPerson();
    if (!person) return refusal('signed-out');
    const parsed = about.input.safeParse(given);
    if (!parsed.success) return invalid(parsed.error);
    const item = about.item ? await about.item(parsed.data) : undefined;
    // Who may not even read it does not learn whether it is there.
    if (about.item && !item) return refusal(authorize(person, 'publish') ? 'gone' : 'forbidden');
    if (!authorize(person, about.act, item)) return refusal('forbidden');
    try {
      return { done: await run({ person, input: parsed.data, item: item as Found }) };
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const { field, sentence } = error;
      return { refused: { why: 'rejected', sentence, errors: [{ field, sentence }] } };
    }
  };
}

/** Makes every route handler of staff; what changes something must come from our own pages. */
export function staffRoute<Params = object>(
  about: { act: Act; item?: (params: Params) => Promise<Item | undefined> },
  run: (
    request: Request,
    given: { person: Person; params: Params; item: Item | undefined },
  ) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && !isOurs(request.headers.get('origin'))) return plain(403, sentences.forbidden);
    const person = await currentPerson();
    if (!person) return plain(401, sentences['signed-out']);
    const params = await context.params;
    const item = about.item ? await about.item(params) : undefined;
    if (about.item && !item) return plain(404, sentences.gone);
    if (!authorize(person, about.act, item)) return plain(403, sentences.forbidden);
    try {
      return await run(request, { person, params, item });
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      return Response.json(
        { field: error.field, sentence: error.sentence },
        { status: 422, headers: noStore },
      );
    }
  };
}

/**
 * Makes every route handler of people without an account. `by` names who asks (a network address), for limits; what
 * changes something must come from our own pages.
 */
export function visitorRoute(
  run: (request: Request, given: { by: string }) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && !isOurs(request.headers.get('origin'))) return plain(403, sentences.forbidden);
    return run(request, { by: networkOf(request.headers.get('x-client-address') ?? '') });
  };
}

/** Of an IPv6 address the half that its holder was given; in the other half they may choose as they like. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [front = '', back = ''] = address.split('::');
  const groups = front.split(':').filter(Boolean);
  const rest = back.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}

/** For pages: whoever is not signed in is led to do so, who may not see it finds nothing. */
export async function requirePerson(act: Act = 'be-staff', item?: Item): Promise<Person> {
  const person = await currentPerson();
  if (!person) redirect('/sign-in');
  if (!authorize(person, act, item)) notFound();
  return person;
}

/** Browsers send Origin with everything that is no plain reading (Fetch, 3.2); without it nothing is changed. */
const isOurs = (origin: string | null) => origin === new URL(env().SITE_URL).origin;

const refusal = (why: Refusal['why']): { refused: Refusal } => ({
  refused: { why, sentence: sentences[why], errors: [] },
});

function invalid({ issues }: z.ZodError): { refused: Refusal } {
  const errors = issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message }));
  return { refused: { why: 'invalid', sentence: sentences.invalid, errors } };
}

const plain = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, {
    status,
    headers: { ...noStore, 'content-type': 'text/plain; charset=utf-8' },
  });

const noStore = { 'cache-control': 'private, no-store' };

const sentences: Record<Refusal['why'], string> = {
  'signed-out': 'You are no longer signed in. Sign in again; what you typed is still here.',
  forbidden: 'You may not do this.',
  gone: 'This is no longer there.',
  invalid: 'Some of this cannot be saved as it is.',
  rejected: 'This cannot be done.',
};
