import type { DefaultTreeAdapterTypes } from 'parse5';
import { type Line, LineMaker, lineIsEmpty } from './pasted-line';

type Element = DefaultTreeAdapterTypes.Element;
type AnyBlock = { type: string; attrs?: Record<string, unknown>; content?: unknown[] };
export type Item = { level: number; ordered: boolean; line: Line };

/** A paragraph of Word's that is an item of a list: `mso-list: l0 level2 lfo1`, with its bullet or number in words. */
export function wordItem(style: string, className: string, paragraph: Element): Item | undefined {
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(style)?.[1];
  if (!level && !/\bMsoListParagraph/i.test(className)) return undefined;
  const maker = new LineMaker();
  for (const child of paragraph.childNodes) maker.take(child);
  const line = maker.end();
  if (lineIsEmpty(line)) return undefined;
  return {
    level: Number(level ?? 1),
    ordered: /^\s*[(]?([\divxlc]{1,4}|[a-z])[.)]/i.test(markerOf(paragraph)),
    line,
  };
}

/** The text that Word says to ignore. */
function markerOf(node: Element): string {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const style = child.attrs.find(({ name }) => name === 'style')?.value ?? '';
    const marker = /mso-list:\s*ignore/i.test(style) ? textOf(child) : markerOf(child);
    if (marker) return marker;
  }
  return '';
}

const textOf = (node: Element): string =>
  node.childNodes
    .map((child) => ('tagName' in child ? textOf(child) : 'value' in child ? child.value : ''))
    .join('')
    .replace(/\u00a0/g, ' ');

/** Items that follow one another become lists, nested by their levels. */
export function listsOf(parts: (AnyBlock | { type: 'item'; item: Item })[]): AnyBlock[] {
  const found: AnyBlock[] = [];
  let row: Item[] = [];
  const endRow = () => {
    if (row.length > 0) found.push(...nested(row, Math.min(...row.map(({ level }) => level))));
    row = [];
  };
  for (const part of parts) {
    if ('item' in part) row.push(part.item);
    else {
      endRow();
      found.push(part);
    }
  }
  endRow();
  return found;
}

function nested(items: Item[], level: number): AnyBlock[] {
  const lists: AnyBlock[] = [];
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    if (!item) break;
    const end = items.findIndex((other, at) => at > index && other.level <= level);
    const until = end < 0 ? items.length : end;
    const deeper = items.slice(index + 1, until);
    const type = item.ordered ? 'orderedList' : 'bulletList';
    const content = [
      { type: 'paragraph', content: item.line },
      ...(deeper.length > 0 ? nested(deeper, Math.min(...deeper.map((one) => one.level))) : []),
    ];
    const last = lists.at(-1);
    if (last?.type === type) last.content?.push({ type: 'listItem', content });
    else lists.push({ type, content: [{ type: 'listItem', content }] });
    index = until;
  }
  return lists;
}
