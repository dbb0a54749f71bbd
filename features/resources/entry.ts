import type { ResourceKind } from '@/db/schema';

/** What a list shows of a resource. `day` is a calendar day, YYYY-MM-DD. */
export type Entry = {
  id: number;
  kind: ResourceKind;
  address: string;
  title: string;
  teaser: string;
  day: string;
  /** A word such as Cancelled, where there is something to say. */
  status: string | null;
  /** Of a webinar, ISO 8601 with the day and time as they are told in its zone. */
  start: { instant: string; zone: string; minutes: number } | null;
};

export const kindLabels: Record<ResourceKind, string> = {
  news: 'News',
  webinar: 'Webinar',
  document: 'Document',
};
