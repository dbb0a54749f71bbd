import { ccKey, ccLicence, ccLicenceOfKey, ccLongName, ccName } from './cc';
import { namedLicences } from './named-licences';

/*
 * A licence key is a licence in one spelling:
 *   cc/by-nc-nd/2.0, cc/by-sa/2.0/uk    Creative Commons, as in its address (1.0 has by-nd-nc)
 *   cc/by, cc                           the same, as far as somebody stated it; has no address
 *   cc0/1.0, pdm/1.0, pdcert/1.0/us     CC's public domain tools
 *   rs/InC-EDU                          a statement of rightsstatements.org
 *   pd, permission, unsplash, …         the house keys of named-licences.ts
 */

export function isLicenceKey(key: string): boolean {
  return namedLicences.has(key) || ccLicenceOfKey(key) !== undefined;
}

/** `CC BY-NC-ND 2.0`, for the credit line; `null` for what is no key. */
export function licenceName(key: string): string | null {
  const cc = ccLicenceOfKey(key);
  return cc ? ccName(cc) : (namedLicences.get(key)?.name ?? null);
}

/** `Creative Commons Attribution-NonCommercial-NoDerivs 2.0 Generic`, for the details; `null` for what is no key. */
export function licenceLongName(key: string): string | null {
  const cc = ccLicenceOfKey(key);
  return cc ? ccLongName(cc) : (namedLicences.get(key)?.longName ?? null);
}

/** The canonical address of a licence: `null` where it has none, also for a CC licence without its version. */
export function licenceUrl(key: string): string | null {
  const cc = ccLicenceOfKey(key);
  if (!cc) return namedLicences.get(key)?.url ?? null;
  return cc.version && `https://creativecommons.org/${ccKey(cc).replace('cc/', 'licenses/')}/`;
}

/**
 * The key of a licence's address: its deed in any language, its legal code, http or https, with or without a query.
 * `null` for another site's address and for a licence, version or port that does not exist.
 */
export function licenceKeyOf(url: string): string | null {
  const address = normalised(url);
  if (!address) return null;

  const key = keysByAddress.get(address);
  if (key) return key;

  const [host, folder, elements, version, port, ...more] = address.split('/');
  if (host !== 'creativecommons.org' || folder !== 'licenses') return null;
  if (!elements || !version || more.length > 0) return null;
  const licence = ccLicence({ elements, version, port });
  return licence ? ccKey(licence) : null;
}

/** Host and path in lower case, without `www`, the query, and the last part that names one page of a licence. */
function normalised(url: string): string | null {
  const absolute = /^[a-z]+:/i.test(url.trim()) ? url : `https://${url.trim()}`;
  if (!URL.canParse(absolute)) return null;
  const parsed = new URL(absolute);
  if (!/^https?:$/.test(parsed.protocol)) return null;

  const host = parsed.hostname.replace(/^www\./, '');
  const path = parsed.pathname.toLowerCase().replaceAll('%2b', '+').split('/').filter(Boolean);
  if (/^(deed|legalcode)(\.[a-z-]+)?$|^(legalcode-plain|rdf)$/.test(path.at(-1) ?? '')) path.pop();
  if (host === 'rightsstatements.org' && path[0] === 'page') path[0] = 'vocab';
  return [host, ...path].join('/');
}

const keysByAddress = new Map([
  ...[...namedLicences].flatMap(([key, { url }]): [string, string][] => {
    const address = url && normalised(url);
    return address ? [[address, key]] : [];
  }),
  ['creativecommons.org/licenses/publicdomain', 'pd'],
  ['creativecommons.org/licenses/zero/1.0', 'cc0/1.0'],
  ['pixabay.com/service/license', 'pixabay'],
]);
