import { copyrightOf } from './copyright';
import type { Credit } from './credit';
import { type CreditPart, clean, linked, listed, merged, quoted } from './credit-parts';
import { licenceLongName, licenceName, licenceUrl } from './licences';

/** A credit ready to print: `parts` in order are `text`; those with `href` are links. Nothing in them is HTML. */
export type FormattedCredit = { text: string; parts: CreditPart[]; licenceLongName: string | null };

/** A piece of the line, and how it follows the word "Photo": after a colon, or as in "Photo courtesy of". */
type Segment = { after: ': ' | ' '; parts: CreditPart[] };

/**
 * The credit line: `Photo: “Title” by A and B, via Flickr, CC BY 2.0, cropped`.
 *
 * Title, author, source, licence, changes, as https://wiki.creativecommons.org/wiki/Recommended_practices_for_attribution
 * asks. What is not known leaves no trace, and a credit that says nothing is the empty text. Links lead to http and
 * https alone; the licence's is its canonical address with `rel="license"`.
 */
export function formatCredit(credit: Credit): FormattedCredit {
  const copyright = copyrightOf(credit);
  const segments = [
    subject(credit, copyright.claim),
    source(credit),
    plain(copyright.notice),
    licence(credit),
    plain(clean(credit.changes)),
  ].filter((segment) => segment !== undefined);

  const parts = merged(introduced(credit, segments));
  return {
    text: parts.map((part) => part.text).join(''),
    parts,
    licenceLongName: credit.license && licenceLongName(credit.license),
  };
}

function introduced(credit: Credit, [first, ...others]: Segment[]): CreditPart[] {
  const prefix = kind(credit);
  // "Photo" alone says nothing; that a machine made it does.
  if (!first) return credit.kind === 'ai-generated' ? prefix : [];

  const start = prefix.length > 0 ? [...prefix, { text: first.after }, ...first.parts] : opened(first);
  return [...start, ...others.flatMap(({ parts }) => [{ text: ', ' }, ...parts])];
}

/** Without a prefix the line opens with our own words in a capital: "Via Flickr". */
function opened({ after, parts }: Segment): CreditPart[] {
  const [head, ...tail] = parts;
  if (!head || after === ': ') return parts;
  return [{ ...head, text: head.text.charAt(0).toUpperCase() + head.text.slice(1) }, ...tail];
}

function kind(credit: Credit): CreditPart[] {
  const name = kindNames[credit.kind];
  if (!name) return [];
  const tool = credit.kind === 'ai-generated' ? sourceName(credit) : undefined;
  return tool ? [{ text: `${name} (` }, tool, { text: ')' }] : [{ text: name }];
}

const kindNames: Record<Credit['kind'], string | null> = {
  photo: 'Photo',
  image: 'Image',
  illustration: 'Illustration',
  'ai-generated': 'AI-generated image',
  unknown: null,
};

function subject(credit: Credit, claim: string | null): Segment | undefined {
  const title = quoted(credit.title);
  const names = listed(credit.creators);
  const byline = credit.courtesy ? 'courtesy of ' : (claim ?? '');

  if (title && names.length > 0) {
    const join = byline ? `, ${byline}` : ' by ';
    return { after: ': ', parts: [linked(title, credit.source.url), { text: join }, ...names] };
  }
  if (title) return { after: ': ', parts: [linked(title, credit.source.url)] };
  if (names.length > 0) return { after: credit.courtesy ? ' ' : ': ', parts: [{ text: byline }, ...names] };
  return undefined;
}

function source(credit: Credit): Segment | undefined {
  const name = credit.kind === 'ai-generated' ? undefined : sourceName(credit);
  if (!name) return undefined;
  const owed = credit.courtesy && listed(credit.creators).length === 0;
  return { after: ' ', parts: [{ text: owed ? 'courtesy of ' : 'via ' }, name] };
}

/** The source's name, or the host of its address; linked unless the title carries the link. */
function sourceName({ title, source }: Credit): CreditPart | undefined {
  const name = clean(source.name);
  if (quoted(title)) return name ? { text: name } : undefined;
  const link = linked(name ?? '', source.url);
  if (name || !link.href) return name ? link : undefined;
  return { ...link, text: new URL(link.href).hostname.replace(/^www\./, '') };
}

function licence(credit: Credit): Segment | undefined {
  const from = clean(credit.permissionFrom);
  if (credit.license === 'permission' || (!credit.license && from)) {
    return {
      after: ' ',
      parts: [{ text: from ? `used with permission of ${from}` : 'used with permission' }],
    };
  }

  const key = credit.license;
  const name = key && licenceName(key);
  // "via Unsplash, Unsplash License" says it twice.
  if (!name || clean(credit.source.name)?.toLowerCase() === key) return undefined;
  const href = licenceUrl(key);
  return { after: ': ', parts: [href ? { text: name, href, rel: 'license' } : { text: name }] };
}

function plain(text: string | null): Segment | undefined {
  return text ? { after: ': ', parts: [{ text }] } : undefined;
}
