import type { Mail } from '@/db/schema';

type MailState = Mail['state'];

export const stateWords: Record<MailState, string> = {
  queued: 'Queued',
  sending: 'Being sent',
  sent: 'Sent',
  waiting: 'Waiting',
  failed: 'Failed',
  uncertain: 'Uncertain whether it arrived',
};

/** From which a person may ask for another try. */
export const retriable: MailState[] = ['waiting', 'failed', 'uncertain'];

export type MailWish = { state: MailState | ''; page: number };

/** What an address asks of the list; what it does not say, or says wrongly, is as if it asked for all. */
export function mailWish(given: Record<string, string | string[] | undefined>): MailWish {
  const text = (name: string) => [given[name]].flat()[0] ?? '';
  return {
    state: Object.hasOwn(stateWords, text('state')) ? (text('state') as MailState) : '',
    page: /^[1-9]\d{0,5}$/.test(text('page')) ? Number(text('page')) : 1,
  };
}

export function mailQuery({ state, page }: MailWish): string {
  const query = new URLSearchParams();
  if (state) query.set('state', state);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `?${query}` : '';
}
