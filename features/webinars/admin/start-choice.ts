import { isZone, resolveLocal, timeIn, weekdayAndDay } from '@/lib/time';

type Given = { local: string; zone: string; offset: string };

/** What a start means, or what must be asked about it. */
export type StartChoice =
  | { is: 'empty' }
  | { is: 'wrong'; sentence: string }
  /** In words of its zone, and in UTC; `choices` where the clocks show it twice and one is chosen. */
  | { is: 'ok'; words: string; utc: string; choices?: Choice[] }
  | { is: 'gap'; sentence: string; earlier: Neighbour; later: Neighbour }
  | { is: 'overlap'; sentence: string; choices: Choice[] };
type Choice = { offset: string; words: string };
type Neighbour = { local: string; words: string };

/** `offset` is that of the choice, where a clock change repeats the time. */
export function startChoice({ local, zone, offset }: Given): StartChoice {
  if (local === '' || zone === '') return { is: 'empty' };
  if (!isZone(zone)) return { is: 'wrong', sentence: 'Choose a time zone from the list.' };
  try {
    return resolved({ local, zone, offset });
  } catch {
    return { is: 'wrong', sentence: 'This is not a day and a time.' };
  }
}

function resolved({ local, zone, offset }: Given): StartChoice {
  const found = resolveLocal({ local, zone });
  if (found.status === 'ok') return told(found.instant, zone);
  const times = [found.earlier, found.later] as const;
  if (found.status === 'gap') {
    const [earlier, later] = times.map((time) => ({
      local: time.slice(0, 16),
      // A change at midnight leads to another day.
      words: time.startsWith(local.slice(0, 10)) ? timeIn(time, zone) : dayAndTime(time, zone),
    })) as [Neighbour, Neighbour];
    return {
      is: 'gap',
      sentence: `The clocks go forward and skip this time. The nearest are ${earlier.words} and ${later.words}.`,
      earlier,
      later,
    };
  }
  const choices = times.map((time, index) => ({
    offset: time.slice(-6),
    words: `The ${index === 0 ? 'first' : 'second'}, ${timeIn(time, zone)}`,
  }));
  const chosen = times.find((time) => time.slice(-6) === offset);
  if (chosen) return { ...told(chosen, zone), choices };
  const sentence = 'The clocks go back and show this time twice that day. Which one is it?';
  return { is: 'overlap', sentence, choices };
}

const dayAndTime = (moment: string, zone: string) =>
  `${weekdayAndDay(moment, zone)}, ${timeIn(moment, zone)}`;

const told = (moment: string, zone: string) => ({
  is: 'ok' as const,
  words: dayAndTime(moment, zone),
  utc: `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
});
