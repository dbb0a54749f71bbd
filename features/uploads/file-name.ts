import { fileKinds } from '@/lib/accepted-files';

const LONGEST = 120;

/**
 * What readers save a file as: the name it came with, without its folders and whatever a system or an address could
 * take for a sign, and with the ending of what it is.
 */
export function fileNameOf(given: string, ending: string): string {
  const name = given
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[:*?"<>|#%\s]+/g, ' ');
  const own = /\.([a-z0-9]+)\s*$/i.exec(name);
  const base = own && (own[1]?.toLowerCase() ?? '') in fileKinds ? name.slice(0, own.index) : name;
  const short = [...base.replace(/^[\s.]+/, '')].slice(0, LONGEST).join('');
  return `${short.replace(/[\s.]+$/, '') || 'file'}.${ending}`;
}

/** The name in a header, where only ASCII can be. */
export function decodedName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '');
  } catch {
    return '';
  }
}
