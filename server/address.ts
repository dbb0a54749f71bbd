/** A request's path, or why there is none. */
export type ParsedAddress =
  | { path: string; query: string /** Where the target named it. */; host?: string }
  | { refused: 400 | 414 };

const LONGEST = 2048;

/**
 * The decoded path of a request target (RFC 9112, 3.2). What is not written properly, or would mean
 * another path to somebody else, is refused rather than mended.
 */
export function parseAddress(given: string | undefined): ParsedAddress {
  if (given && given.length > LONGEST) return { refused: 414 };
  // In absolute form, which every server must take (RFC 9112, 3.2.2), its host is the one that counts.
  const [, host, rest] = /^https?:\/\/([^/?#@\\]+)(\/.*)?$/i.exec(given ?? '') ?? [];
  const parsed = parsedTarget(host ? (rest ?? '/') : given);
  return host && 'path' in parsed ? { ...parsed, host: host.toLowerCase() } : parsed;
}

function parsedTarget(target: string | undefined): ParsedAddress {
  if (!target?.startsWith('/')) return { refused: 400 };
  const mark = target.indexOf('?');
  const raw = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark);
  if (/[^\x21-\x7e]|[\\#]/.test(target)) return { refused: 400 };
  // An encoded slash, backslash or dot segment, or an empty segment.
  if (/%2f|%5c|\/\//i.test(raw)) return { refused: 400 };
  const path = decoded(raw);
  if (path === undefined || decoded(query.replaceAll('+', ' ')) === undefined) return { refused: 400 };
  if (/\p{Cc}/u.test(path) || /\/\.{1,2}(\/|$)/.test(path)) return { refused: 400 };
  return { path, query };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
