import type { Draft } from '../draft';

/** Whether two drafts hold the same, whatever the order of their fields: the database has an order of its own. */
export const sameDraft = (one: Draft, other: Draft): boolean => sorted(one) === sorted(other);

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
