import type { Credit } from './credit';

/** A run of text in a credit line, perhaps a link. */
export type CreditPart = { text: string; href?: string; rel?: 'license' };

/** One line without control characters; bidi overrides could turn a name or a licence round. Null when empty. */
export function clean(text: string | null): string | null {
  return (
    text
      ?.replace(/[\p{Cc}\s]+/gu, ' ')
      .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
      .trim() || null
  );
}

/** The title in double quotation marks, its own turned into single ones. */
export function quoted(title: string | null): string | null {
  const inner = clean(title)
    ?.replace(/[“„«]/g, '‘')
    .replace(/[”»]/g, '’')
    .replace(/(^|[\s([])"/g, '$1‘')
    .replaceAll('"', '’');
  return inner ? `“${inner}”` : null;
}

/** The text, as a link when the address is one of the web's. */
export function linked(text: string, url: string | null): CreditPart {
  if (!url || !URL.canParse(url)) return { text };
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? { text, href } : { text };
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(creators: Credit['creators']): CreditPart[] {
  const people = creators.flatMap(({ name, url }) => {
    const cleaned = clean(name);
    return cleaned ? [linked(cleaned, url)] : [];
  });
  return people.flatMap((person, index) => {
    if (index === 0) return [person];
    return [{ text: index === people.length - 1 ? ' and ' : ', ' }, person];
  });
}

/** Neighbours without a link become one part. */
export function merged(parts: CreditPart[]): CreditPart[] {
  const result: CreditPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (!part.text) continue;
    if (last && !last.href && !part.href) last.text += part.text;
    else result.push({ ...part });
  }
  return result;
}
