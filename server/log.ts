import { AsyncLocalStorage } from 'node:async_hooks';

/** The id of the request that is being answered; it is in the answer's headers and on a page of trouble. */
export const requestId = new AsyncLocalStorage<string>();

/** One line of JSON an event, without personal data; a fault says where it was. */
export const log = {
  note: (what: string, facts: Record<string, unknown> = {}) => write('note', what, facts),
  fault: (what: string, error: unknown) =>
    write('fault', what, {
      error: messageOf(error),
      code: (error as { code?: unknown } | null)?.code,
    }),
};

/** An address as it may be in a log: without its query, and without what in it is a token. */
export const loggedPath = (url: string) =>
  url.replace(/[?#].*/s, '').replace(/^(\/(?:sign-in|preview|registrations|join)\/).+/s, '$1…');

/** A failed query's own message holds what was asked with: mail addresses, drafts. Its cause says what was wrong. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'query' in error && error.cause instanceof Error ? error.cause.message : error.message;
}

function write(level: string, what: string, facts: Record<string, unknown>) {
  const request = requestId.getStore();
  const line = { at: new Date().toISOString(), level, what, ...(request && { request }), ...facts };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
