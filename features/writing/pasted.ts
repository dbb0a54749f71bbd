import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { DraftTree } from '@/lib/text-tree';
import { type Line, LineMaker, lineIsEmpty, plain, type Style, styleOf } from './pasted-line';
import { type Item, listsOf, wordItem } from './pasted-lists';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type AnyBlock = { type: string; attrs?: Record<string, unknown>; content?: unknown[] };
/** A list item of Word's, which are paragraphs: they are joined to lists when their row ends. */
type Part = AnyBlock | { type: 'item'; item: Item };

/**
 * What somebody copied from Word, Google Docs, LibreOffice or a web page, as a tree: its words, headings, lists,
 * tables, quotes and links; none of its looks, pictures and scripts. Never throws.
 */
export function treeOfPasted(html: string): DraftTree {
  try {
    const parts = new Collector().collect(parseFragment(html).childNodes);
    return DraftTree.parse({ type: 'doc', content: withoutSkips(listsOf(parts)) });
  } catch {
    // Nested deeper than anything that a person wrote: its words remain.
    const text = html
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return { type: 'doc', content: text ? [{ type: 'paragraph', content: [{ type: 'text', text }] }] : [] };
  }
}

const dropped = new Set(
  'script style head meta title link img picture svg math del iframe object embed audio video canvas map button input select textarea noscript template o:p xml nav'.split(
    ' ',
  ),
);
const blocks = new Set(
  'address article aside body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup html li main ol p pre section summary ul table blockquote h1 h2 h3 h4 h5 h6 hr tr td th tbody thead tfoot'.split(
    ' ',
  ),
);

/** What Word says beside its text: the marks and the texts of comments. */
const isComment = (element: Element) =>
  /\bMsoComment/.test(attribute(element, 'class')) ||
  /mso-element:\s*comment/i.test(attribute(element, 'style'));

const isBlock = (node: Node) => 'tagName' in node && blocks.has(node.tagName);
const attribute = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value ?? '';

/** Runs of inline nodes become paragraphs; blocks are taken apart by their kind. */
class Collector {
  readonly #parts: Part[] = [];
  #line = new LineMaker();

  /** `style` is that of what stands around: a card's link goes around its heading and its text. */
  constructor(private readonly style: Style = plain) {}

  collect(nodes: Node[]): Part[] {
    for (const node of nodes) this.#take(node, this.style);
    this.#endLine();
    return this.#parts;
  }

  #take(node: Node, style: Style) {
    if ('tagName' in node && (dropped.has(node.tagName) || isComment(node))) return;
    if (!('tagName' in node)) return this.#line.take(node, style);
    if (isBlock(node)) {
      this.#endLine();
      return this.#parts.push(...partsOf(node, style));
    }
    // An inline element around blocks, as Google Docs has one around everything, is looked through.
    if (containsBlock(node)) {
      for (const child of node.childNodes) this.#take(child, styleOf(node, style));
      return;
    }
    this.#line.take(node, style);
  }

  #endLine() {
    const line = this.#line.end();
    this.#line = new LineMaker();
    if (!lineIsEmpty(line)) this.#parts.push({ type: 'paragraph', content: line });
  }
}

const containsBlock = (node: Node): boolean =>
  'childNodes' in node && node.childNodes.some((child) => isBlock(child) || containsBlock(child));

function partsOf(element: Element, style: Style): Part[] {
  const { tagName } = element;
  const heading = /^h([1-6])$/.exec(tagName);
  if (heading) return headingOf(element, Number(heading[1]), style);
  switch (tagName) {
    case 'ul':
    case 'ol':
      return listOf(element, style);
    case 'table':
      return tableOf(element, style);
    case 'blockquote':
      return quoteOf(element, style);
    case 'hr':
      return [];
    case 'p': {
      const item = wordItem(attribute(element, 'style'), attribute(element, 'class'), element);
      return item ? [{ type: 'item', item }] : new Collector(style).collect(element.childNodes);
    }
    default:
      return new Collector(style).collect(element.childNodes);
  }
}

function headingOf(element: Element, level: number, style: Style): Part[] {
  const line = lineOf(element, style).map((node): Line[number] =>
    node.type === 'text' ? node : { type: 'text', text: ' ' },
  );
  return lineIsEmpty(line) ? [] : [{ type: 'heading', attrs: { level }, content: withoutBold(line) }];
}

/** A heading is bold by itself. */
const withoutBold = (line: Line): Line =>
  line.map((node) => {
    if (node.type !== 'text') return node;
    const marks = node.marks?.filter(({ type }) => type !== 'bold');
    const { marks: _, ...rest } = node;
    return marks && marks.length > 0 ? { ...rest, marks } : rest;
  });

function lineOf(element: Element, style: Style): Line {
  const maker = new LineMaker();
  for (const child of element.childNodes) maker.take(child, style);
  return maker.end();
}

/** A list within a list may stand in an item, or beside the items as in Google Docs. */
function listOf(element: Element, style: Style): AnyBlock[] {
  const items: AnyBlock[] = [];
  for (const child of element.childNodes) {
    if (!('tagName' in child)) continue;
    if (child.tagName === 'ul' || child.tagName === 'ol') {
      const last = items.at(-1);
      if (last) last.content?.push(...listOf(child, style));
      else items.push(...listOf(child, style).flatMap((list) => (list.content ?? []) as AnyBlock[]));
    } else {
      const content = itemContent(listsOf(new Collector(style).collect([child])));
      if (content.length > 0) items.push({ type: 'listItem', content });
    }
  }
  if (items.length === 0) return [];
  return [{ type: element.tagName === 'ol' ? 'orderedList' : 'bulletList', content: items }];
}

/** An item begins with a paragraph and holds paragraphs and lists. */
function itemContent(content: AnyBlock[]): AnyBlock[] {
  const fit = content.flatMap((block) => fitting(block, ['paragraph', 'bulletList', 'orderedList']));
  return fit.length > 0 && fit[0]?.type !== 'paragraph' ? [{ type: 'paragraph' }, ...fit] : fit;
}

/** A block that does not fit gives its lines. */
function fitting(block: AnyBlock, types: string[]): AnyBlock[] {
  if (types.includes(block.type)) return [block];
  if (block.type === 'heading') return [{ type: 'paragraph', content: block.content ?? [] }];
  return ((block.content ?? []) as AnyBlock[]).flatMap((child) => fitting(child, types));
}

function quoteOf(element: Element, style: Style): AnyBlock[] {
  const content = listsOf(new Collector(style).collect(element.childNodes)).flatMap((block) =>
    fitting(block, ['paragraph']),
  );
  return content.length > 0 ? [{ type: 'blockquote', content }] : [];
}

function tableOf(element: Element, style: Style): AnyBlock[] {
  const rows = rowsOf(element).flatMap(({ row, head }) => {
    const cells = row.childNodes.flatMap((cell) =>
      'tagName' in cell && /^t[dh]$/.test(cell.tagName) ? cell : [],
    );
    const content = cells.map((cell) => {
      const inner = listsOf(new Collector(style).collect(cell.childNodes)).flatMap((block) =>
        fitting(block, ['paragraph']),
      );
      const type = head || cell.tagName === 'th' ? 'tableHeader' : 'tableCell';
      return { type, content: inner.length > 0 ? inner : [{ type: 'paragraph' }] };
    });
    return content.length > 0 ? { type: 'tableRow', content } : [];
  });
  if (rows.length === 0) return [];
  // A table of one cell is a frame around a text.
  const [only] = rows;
  if (rows.length === 1 && only?.content.length === 1) return (only.content[0]?.content ?? []) as AnyBlock[];
  return [{ type: 'table', content: evened(rows) }];
}

function rowsOf(element: Element, head = false): { row: Element; head: boolean }[] {
  return element.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    if (child.tagName === 'tr') return [{ row: child, head }];
    return /^t(head|body|foot)$/.test(child.tagName) ? rowsOf(child, child.tagName === 'thead') : [];
  });
}

/** Cells that were joined leave rows of different lengths. */
function evened(rows: { type: string; content: AnyBlock[] }[]) {
  const widest = Math.max(...rows.map(({ content }) => content.length));
  return rows.map(({ type, content }) => ({
    type,
    content: [
      ...content,
      ...Array.from({ length: widest - content.length }, () => ({
        type: content.at(-1)?.type ?? 'tableCell',
        content: [{ type: 'paragraph' }],
      })),
    ],
  }));
}

/** The page has its h1 already: the levels that occur become 2, 3 and 4 in their order, and none is skipped. */
function withoutSkips(content: AnyBlock[]): AnyBlock[] {
  const levels = [
    ...new Set(content.flatMap(({ type, attrs }) => (type === 'heading' ? Number(attrs?.level) : []))),
  ].sort();
  let above = 1;
  return content.map((block) => {
    if (block.type !== 'heading') return block;
    const rank = levels.indexOf(Number(block.attrs?.level)) + 2;
    const level = Math.min(rank, above + 1, 4);
    above = level;
    return { ...block, attrs: { level } };
  });
}
