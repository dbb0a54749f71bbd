import type { Webinar } from '@/db/schema';

export type Phase = 'scheduled' | 'under-way' | 'held' | 'recorded' | 'postponed' | 'cancelled';

type Course = Pick<Webinar, 'state' | 'startsAt' | 'endsAt' | 'recordedAt'>;

/** Where a webinar is in its life at the moment `now`; the end is no longer part of it. */
export function phaseAt(webinar: Course, now: Date): Phase {
  if (webinar.state !== 'scheduled') return webinar.state;
  if (now < webinar.startsAt) return 'scheduled';
  if (now < webinar.endsAt) return 'under-way';
  return webinar.recordedAt ? 'recorded' : 'held';
}

const phaseLabels: Record<Phase, string> = {
  scheduled: 'Upcoming',
  'under-way': 'Under way',
  held: 'Held',
  recorded: 'Recorded',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
};

/** The word beside an entry on a list, where there is something to say. */
export function statusWord(phase: Phase): string | null {
  return phase === 'scheduled' || phase === 'held' ? null : phaseLabels[phase];
}
