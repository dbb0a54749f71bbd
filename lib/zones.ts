import { isZone, zoneLabel } from './time';

export type FoundZone = { zone: string; label: string; detail: string };

/** What people call zones besides the cities in their names. */
const words: Record<string, string> = {
  'America/New_York': 'eastern et est edt us usa new york boston miami atlanta washington detroit',
  'America/Chicago': 'central ct cst cdt us usa chicago dallas houston texas minneapolis',
  'America/Denver': 'mountain mt mst mdt us usa denver colorado utah',
  'America/Los_Angeles': 'pacific pt pst pdt us usa california seattle portland san francisco los angeles',
  'America/Phoenix': 'arizona mst phoenix mountain standard',
  'America/Anchorage': 'alaska akst akdt',
  'Pacific/Honolulu': 'hawaii hst honolulu',
  'America/Halifax': 'atlantic ast adt nova scotia canada',
  'America/St_Johns': 'newfoundland nst ndt canada',
  'America/Toronto': 'eastern canada ontario toronto',
  'America/Vancouver': 'pacific canada british columbia vancouver',
  'America/Winnipeg': 'central canada manitoba',
  'America/Edmonton': 'mountain canada alberta calgary',
  'Europe/London': 'uk united kingdom britain england scotland wales gmt bst greenwich',
  'Europe/Berlin': 'germany cet cest central european',
  'Europe/Paris': 'france cet cest',
  'Europe/Kyiv': 'kiev ukraine eet eest eastern european',
  'Asia/Kolkata': 'india ist calcutta mumbai delhi bangalore',
  'Europe/Dublin': 'ireland ist',
  'Asia/Tokyo': 'japan jst',
  'Asia/Shanghai': 'china beijing',
  'Australia/Sydney': 'australia aest aedt new south wales',
  'Pacific/Auckland': 'new zealand nzst nzdt',
  UTC: 'utc gmt z zulu universal coordinated',
  'America/Argentina/Buenos_Aires': 'argentina',
  'Asia/Kathmandu': 'nepal katmandu',
  'Asia/Ho_Chi_Minh': 'vietnam saigon',
  'Asia/Yangon': 'myanmar burma rangoon',
  'America/Nuuk': 'greenland godthab',
};

/** What may follow: `Eastern Standard Time`, `New York City`. */
const fillers = ['standard', 'daylight', 'summer', 'city', 'zone'];

const first = Object.keys(words);

/**
 * The IANA zones that somebody may mean by `Eastern`, `ET`, `Chicago`, `Kiev` or `+5:30`, the likely ones first;
 * for an empty query the main ones. `moment` says at which time an offset counts.
 */
export function findZones(query: string, moment: Date = new Date()): FoundZone[] {
  const wanted = folded(query);
  const offset = offsetIn(query);
  const found = every().filter((zone) =>
    offset === undefined ? matches(zone, wanted) : offsetAt(zone, moment) === offset,
  );
  const limit = wanted === '' ? 8 : 20;
  return found.slice(0, limit).map((zone) => described(zone, moment));
}

/** What a zone is called in a list: `Eastern Time (New York)`, with how far it is from UTC. */
export function described(zone: string, moment: Date = new Date()): FoundZone {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const { long } = zoneLabel(zone, moment);
  const minutes = offsetAt(zone, moment);
  return {
    zone,
    label: zone === 'UTC' ? 'Coordinated Universal Time (UTC)' : `${long} (${city})`,
    detail: `${offsetWords(minutes)} now`,
  };
}

/** `UTC−5`, `UTC+5:30`. */
function offsetWords(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

let known: string[] | undefined;

/** Each zone once: Intl still lists `Asia/Calcutta` and `Europe/Kiev` under their old names. */
function every(): string[] {
  if (known) return known;
  const main = first.filter(isZone);
  const listed = new Set(main.flatMap((zone) => [zone, nameInIntl(zone)]));
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !listed.has(zone) && isZone(zone));
  known = [...main, ...others];
  return known;
}

const nameInIntl = (zone: string) =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

/** Each word that was typed begins a word of the zone's name, of its city or of what people call it. */
function matches(zone: string, wanted: string): boolean {
  if (wanted === '') return true;
  const said = `${folded(zone.replace(/[/_]/g, ' '))} ${words[zone] ?? ''}`.split(' ');
  return wanted
    .split(' ')
    .every((part, index) => [...said, ...(index > 0 ? fillers : [])].some((word) => word.startsWith(part)));
}

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\btime\b/g, '')
    .replace(/[^a-z0-9+:]+/g, ' ')
    .trim();

/** Minutes of `+5:30`, `UTC-5`, `gmt+2`. */
function offsetIn(query: string): number | undefined {
  const [, sign, hours, minutes] =
    /^\s*(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?(\d\d))?\s*$/i.exec(query) ?? [];
  if (!sign || !hours) return undefined;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '+' ? size : -size;
}

function offsetAt(zone: string, moment: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(moment);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return offsetIn(name) ?? 0;
}
