import { portedReleases, portNames } from './cc-ports';

/** A Creative Commons licence; without a version it is what somebody wrote, not yet a licence. */
export type CcLicence = { elements: string; version: string | null; port: string | null };

type Elements = { elements: string; version?: string | null; port?: string | null };

/**
 * The licence that elements in any order, a version and a port (`de`, `scotland`, `igo`) stand for.
 * `undefined` when CC never published it: `by-sa-nd`, `by/9.0`, `by-sa/4.0/de`.
 */
export function ccLicence({ elements, version = null, port = null }: Elements): CcLicence | undefined {
  const known = canonicalElements.get(sorted(elements));
  if (!known || (port && !version)) return undefined;
  if (!version) return { elements: known, version: null, port: null };

  const release = port ? `${version}/${port}` : version;
  if (!releasesOf(known).includes(release)) return undefined;

  // CC put ND before NC in 1.0 alone; the other order is no address of theirs.
  const inOrder = version === '1.0' && known === 'by-nc-nd' ? 'by-nd-nc' : known;
  return { elements: inOrder, version, port };
}

/** Reads `cc/by-sa/2.0/uk`; refuses any spelling but the canonical one. */
export function ccLicenceOfKey(key: string): CcLicence | undefined {
  const [family, elements, version, port, ...more] = key.split('/');
  if (family !== 'cc' || !elements || more.length > 0) return undefined;
  const licence = ccLicence({ elements, version, port });
  return licence && ccKey(licence) === key ? licence : undefined;
}

/** `cc/by-sa/2.0/uk`: the path of the licence's address below `/licenses/`. */
export function ccKey({ elements, version, port }: CcLicence): string {
  return ['cc', elements, version, port].filter(Boolean).join('/');
}

/** `CC BY-SA 2.0 UK`. */
export function ccName({ elements, version, port }: CcLicence): string {
  const portCode = port && (port.length > 3 ? portNames[port]?.replace('UK: ', '') : port.toUpperCase());
  return ['CC', shortElements[elements] ?? elements.toUpperCase(), version, portCode]
    .filter(Boolean)
    .join(' ');
}

/** `Creative Commons Attribution-ShareAlike 2.0 UK: England & Wales`, the title on the licence's deed. */
export function ccLongName({ elements, version, port }: CcLicence): string {
  const names =
    longElements[elements] ??
    elements
      .split('-')
      .map((element) => elementName(element, version))
      .join('-');
  return ['Creative Commons', names, version, scopeOf({ elements, version, port })].filter(Boolean).join(' ');
}

function elementName(element: string, version: string | null): string | undefined {
  if (element === 'nd' && version === '4.0') return 'NoDerivatives';
  return elementNames[element];
}

function scopeOf({ elements, version, port }: CcLicence): string | undefined {
  if (port) return portNames[port];
  if (!version || elements in longElements) return undefined;
  return version === '4.0' ? 'International' : version === '3.0' ? 'Unported' : 'Generic';
}

function releasesOf(elements: string): string[] {
  return retired[elements] ?? ['1.0', '2.0', '2.5', '3.0', '4.0', ...portedReleases];
}

function sorted(elements: string): string {
  return elements.split('-').sort().join('-');
}

const current = ['by', 'by-sa', 'by-nc', 'by-nd', 'by-nc-sa', 'by-nc-nd'];

/** Withdrawn for new works, valid on old ones: https://creativecommons.org/retiredlicenses/ */
const retired: Record<string, string[]> = {
  sa: ['1.0', '1.0/fi', '2.0/jp'],
  nc: ['1.0', '1.0/fi', '2.0/jp'],
  nd: ['1.0', '1.0/fi', '2.0/jp'],
  'nc-sa': ['1.0', '1.0/fi', '2.0/jp'],
  'nd-nc': ['1.0', '1.0/fi', '2.0/jp'],
  sampling: ['1.0', '1.0/br', '1.0/tw'],
  'sampling+': ['1.0', '1.0/br', '1.0/de', '1.0/tw'],
  'nc-sampling+': ['1.0', '1.0/tw'],
  devnations: ['2.0'],
};

const elementNames: Record<string, string> = {
  by: 'Attribution',
  nc: 'NonCommercial',
  nd: 'NoDerivs',
  sa: 'ShareAlike',
};

const shortElements: Record<string, string> = {
  sampling: 'Sampling',
  'sampling+': 'Sampling+',
  'nc-sampling+': 'NC-Sampling+',
  devnations: 'Developing Nations',
};

const longElements: Record<string, string> = {
  sampling: 'Sampling',
  'sampling+': 'Sampling Plus',
  'nc-sampling+': 'NonCommercial Sampling Plus',
  devnations: 'Developing Nations',
};

const canonicalElements = new Map([...current, ...Object.keys(retired)].map((each) => [sorted(each), each]));
