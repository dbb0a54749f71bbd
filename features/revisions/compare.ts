import { diffArrays, diffWordsWithSpace } from 'diff';
import { type DraftBlock, type DraftTree, plainText } from '@/lib/text-tree';
import { blockName, blockText } from './block-words';
import type { Draft } from './draft';
import { fieldNames, fieldWords, type Names } from './field-words';

/** A run of words that is in both, or in one alone. */
export type Words = { is: 'same' | 'added' | 'removed'; text: string };

export type BlockChange =
  | { is: 'same'; blocks: number }
  | { is: 'added' | 'removed'; name: string; text: string }
  /** `name` says what the block became, where it became something else. */
  | { is: 'changed'; name: string; words: Words[] };

export type Change =
  | { field: string; name: string; is: 'words'; words: Words[] }
  | { field: string; name: string; is: 'blocks'; blocks: BlockChange[] };

/** What differs between two states of an item, field by field, in the order of its form. */
export function compareDrafts(before: Draft, after: Draft, names: Names): Change[] {
  return fieldNames(after).flatMap(({ field, name }): Change[] => {
    const [one, other] = [fieldOf(before, field), fieldOf(after, field)];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    if (field === 'body' || field === 'introduction')
      return [{ field, name, is: 'blocks', blocks: compareTexts(one as DraftTree, other as DraftTree) }];
    const until = Date.now() + PATIENCE_WITH_A_FIELD;
    const words = compareWords(fieldWords(field, one, names), fieldWords(field, other, names), until);
    return [{ field, name, is: 'words', words }];
  });
}

const fieldOf = (draft: Draft, field: string): unknown => (draft as Record<string, unknown>)[field];

/** What differs between two texts, block by block; a block that was rewritten in part, word by word. */
export const compareTexts = (before: DraftTree, after: DraftTree): BlockChange[] =>
  blocksOf(before, after, Date.now() + PATIENCE);

/** Milliseconds for a whole text. What is left then is shown whole, so that the server is not kept busy. */
const PATIENCE = 500;
const PATIENCE_WITH_A_FIELD = 50;

function blocksOf(before: DraftTree, after: DraftTree, until: number): BlockChange[] {
  const [olds, news] = [before.content.map(read), after.content.map(read)];
  const parts = diffArrays(olds, news, { comparator: isSame, timeout: left(until) });
  if (!parts) return [...olds.map(removed), ...news.map(added)];
  const changes: BlockChange[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const [part, next] = [parts[index], parts[index + 1]];
    if (!part) continue;
    if (part.removed && next?.added) {
      changes.push(...pairs(part.value, next.value, until));
      index += 1;
    } else if (part.removed) changes.push(...part.value.map(removed));
    else if (part.added) changes.push(...part.value.map(added));
    else changes.push({ is: 'same', blocks: part.value.length });
  }
  return changes;
}

const left = (until: number) => Math.max(0, until - Date.now());

/** Read once, since each block is held against many. */
type Read = { block: DraftBlock; signature: string; words: Set<string> };
const read = (block: DraftBlock): Read => ({
  block,
  signature: JSON.stringify(block),
  words: wordsOf(block),
});

const isSame = (one: Read, other: Read) => one.signature === other.signature;
const removed = ({ block }: Read): BlockChange => ({
  is: 'removed',
  name: blockName(block),
  text: blockText(block),
});
const added = ({ block }: Read): BlockChange => ({
  is: 'added',
  name: blockName(block),
  text: blockText(block),
});

/** Of blocks that stand at the same place, each new one changes the next old one that it resembles. */
function pairs(olds: Read[], news: Read[], until: number): BlockChange[] {
  const changes: BlockChange[] = [];
  const rest = [...olds];
  for (const block of news) {
    const at = left(until) > 0 ? rest.findIndex((old) => resemble(old, block)) : -1;
    if (at < 0) {
      changes.push(added(block));
      continue;
    }
    changes.push(...rest.splice(0, at).map(removed));
    const [old] = rest.splice(0, 1);
    if (old) changes.push(changed(old.block, block.block, until));
  }
  return [...changes, ...rest.map(removed)];
}

function changed(old: DraftBlock, block: DraftBlock, until: number): BlockChange {
  const [from, to] = [blockName(old), blockName(block)];
  return {
    is: 'changed',
    name: from === to ? to : `${from} became ${to}`,
    words: compareWords(blockText(old), blockText(block), until),
  };
}

/** Whether a third of the words of the shorter one are in the other as well. */
function resemble(old: Read, { block, words }: Read): boolean {
  const shorter = Math.min(old.words.size, words.size);
  if (shorter === 0) return old.block.type === block.type;
  let shared = 0;
  for (const word of old.words) if (words.has(word)) shared += 1;
  return shared / shorter >= 1 / 3;
}

const wordsOf = (block: DraftBlock) =>
  new Set(
    plainText({ content: [block] })
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean),
  );

function compareWords(before: string, after: string, until: number): Words[] {
  const parts = diffWordsWithSpace(before, after, { timeout: left(until) });
  if (!parts)
    return [
      { is: 'removed', text: before },
      { is: 'added', text: after },
    ];
  return parts.map(({ added: isNew, removed: isOld, value }) => ({
    is: isNew ? 'added' : isOld ? 'removed' : 'same',
    text: value,
  }));
}
