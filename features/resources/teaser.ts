import { plainText, type TextTree } from '@/lib/text-tree';

const LONGEST = 250;

/** What stands under an entry: what the editor wrote, as written, else the start of the text. */
export function teaserOf(resource: { teaser: string | null; body: TextTree | null }): string {
  if (resource.teaser) return resource.teaser;
  return resource.body ? startOf(plainText(withoutHeadings(resource.body))) : '';
}

/** A heading run into the sentence after it would read as nonsense. */
const withoutHeadings = (body: TextTree): TextTree => ({
  type: 'doc',
  content: body.content.filter(({ type }) => type !== 'heading' && type !== 'table' && type !== 'callout'),
});

/** At most 250 visible characters, cut at a word and ended with one `…`; a text that fits stays as it is. */
export function startOf(text: string): string {
  const letters = Array.from(new Intl.Segmenter().segment(text.trim()), ({ segment }) => segment);
  if (letters.length <= LONGEST) return letters.join('');
  const cut = letters.slice(0, LONGEST).join('');
  const lastWord = /^\s/.test(letters.slice(LONGEST - 1)[0] ?? '') ? cut.length : cut.lastIndexOf(' ');
  // A single word longer than the teaser is cut inside.
  const kept = lastWord > 0 ? cut.slice(0, lastWord) : letters.slice(0, LONGEST - 1).join('');
  return `${kept.replace(/[\s.,;:…–—-]+$/u, '')}…`;
}
