type Style = 'short' | 'long' | 'shortGeneric' | 'longGeneric';

/**
 * A zone's name whatever the season: `ET` and `Eastern Time`; where clocks never change, its one name: `MST`.
 * The instant (milliseconds) matters to zones that gave up or took up daylight saving time.
 */
export function genericName(zone: string, epochMs: number): { short: string; long: string } {
  return { short: named(zone, epochMs, 'shortGeneric'), long: named(zone, epochMs, 'longGeneric') };
}

/** The name of the season in force, needed only in the hour that a clock change repeats: `EDT`, `GMT+1`. */
export function seasonalName(zone: string, epochMs: number): { short: string; long: string } {
  return { short: named(zone, epochMs, 'short'), long: named(zone, epochMs, 'long') };
}

function named(zone: string, epochMs: number, timeZoneName: Style): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName }).formatToParts(epochMs);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return corrections[name] ?? name;
}

/** Where CLDR's name for American readers is not what people write. By name, so that a zone's aliases are covered. */
const corrections: Record<string, string> = {
  'United Kingdom Time': 'UK Time',
  'United Arab Emirates Time': 'UAE Time',
  'St. John’s Time': 'Newfoundland Time',
  'GMT+0': 'UTC',
  'GMT+00:00': 'Coordinated Universal Time',
};
