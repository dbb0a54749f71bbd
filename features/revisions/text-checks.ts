import { wordCount } from '@/lib/reading-time';
import { type DraftBlock, type DraftTree, type Inline, plainText } from '@/lib/text-tree';
import type { Check } from './check';

const sayNothing =
  /^(click |tap )?(here|this|this link|link|read more|more|learn more|details|this page|website)[.!]?$/i;

/** What a text could do better for those who read it by its headings, its links or its tables. */
export function textChecks(tree: DraftTree): Check[] {
  return [
    ...headingChecks(tree.content),
    ...tree.content.flatMap((block) => linesOf(block).flatMap(linkChecks)),
    ...tree.content.flatMap(blockChecks),
  ];
}

const check = (level: Check['level'], sentence: string): Check => ({ level, field: 'text', sentence });

function headingChecks(blocks: DraftBlock[]): Check[] {
  const found: Check[] = [];
  let above = 1;
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    const words = plainText({ content: [block] });
    if (words === '') found.push(check('should', 'A heading is empty. It will be left out.'));
    else if (block.attrs.level > above + 1)
      found.push(check('should', `The heading “${words}” skips a level: make it a heading ${above + 1}.`));
    if (words !== '') above = block.attrs.level;
  }
  return found;
}

type AnyBlock = { type: string; content?: unknown };

/** The lines of a block, however deep in lists and tables. */
function linesOf(block: AnyBlock): Inline[][] {
  const content = (block.content ?? []) as AnyBlock[];
  if (block.type === 'paragraph' || block.type === 'heading') return [content as Inline[]];
  return content.flatMap(linesOf);
}

function linkChecks(line: Inline[]): Check[] {
  return linksOf(line).flatMap((words) => {
    if (sayNothing.test(words.trim()))
      return [
        check(
          'should',
          `A link is called “${words.trim()}”. Say where it leads, for those who hear links alone.`,
        ),
      ];
    if (/^https?:\/\/\S{30,}$/i.test(words.trim()))
      return [
        check(
          'could',
          `A link shows its whole address, “${words.trim().slice(0, 40)}…”. A few words read better.`,
        ),
      ];
    return [];
  });
}

/** A link's words may be several texts, some of them bold. */
function linksOf(line: Inline[]): string[] {
  const links: { target: string; words: string }[] = [];
  let open = false;
  for (const node of line) {
    const mark = node.type === 'text' ? node.marks?.find(({ type }) => type === 'link') : undefined;
    const target = mark && 'attrs' in mark ? JSON.stringify(mark.attrs) : '';
    const last = links.at(-1);
    if (mark && node.type === 'text')
      if (open && last?.target === target) last.words += node.text;
      else links.push({ target, words: node.text });
    open = mark !== undefined;
  }
  return links.map(({ words }) => words);
}

function blockChecks(block: DraftBlock): Check[] {
  if (
    block.type === 'table' &&
    !block.content.some((row) => row.content.some(({ type }) => type === 'tableHeader'))
  )
    return [
      check(
        'should',
        'A table has no heading row. Make its first row one, so that cells are told with their column.',
      ),
    ];
  if (block.type !== 'paragraph') return [];
  const words = wordCount(plainText({ content: [block] }));
  return words > 200
    ? [check('could', `A paragraph has ${words} words. Part it: below 200 are easier to read.`)]
    : [];
}
