import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Inline, Mark } from '@/lib/text-tree';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
export type Line = Inline[];
export type Style = { bold: boolean; italic: boolean; href: string | null };
export const plain: Style = { bold: false, italic: false, href: null };

const silent =
  /^(script|style|del|img|picture|svg|iframe|object|button|input|select|textarea|noscript|template|o:p|xml|audio|video)$/;

export const lineIsEmpty = (line: Line) =>
  line.every((node) => node.type !== 'text' || node.text.trim() === '');

/** Gathers a line of text with its bold, italic and linked words; spaces are one space. */
export class LineMaker {
  readonly #line: Line = [];

  take(node: Node, style: Style = plain) {
    if ('value' in node && node.nodeName === '#text') return this.#text(node.value, style);
    if (!('tagName' in node) || silent.test(node.tagName)) return;
    // The bullet or number that Word writes before an item.
    if (/mso-list:\s*ignore/i.test(attribute(node, 'style'))) return;
    if (/\bMsoComment/.test(attribute(node, 'class'))) return;
    if (node.tagName === 'br') return void this.#line.push({ type: 'hardBreak' });
    const within = styleOf(node, style);
    for (const child of node.childNodes) this.take(child, within);
  }

  end(): Line {
    const line = this.#line;
    while (line[0] && isBlank(line[0])) line.shift();
    for (let last = line.at(-1); last && isBlank(last); last = line.at(-1)) line.pop();
    const [first, last] = [line[0], line.at(-1)];
    if (first?.type === 'text') first.text = first.text.trimStart();
    if (last?.type === 'text') last.text = last.text.trimEnd();
    return line;
  }

  #text(value: string, { bold, italic, href }: Style) {
    let text = value.replace(/[\s\u00a0]+/g, ' ').replace(/[\u200b\ufeff]/g, '');
    const before = this.#line.at(-1);
    if (!before || before.type === 'hardBreak' || before.text.endsWith(' ')) text = text.trimStart();
    if (text === '') return;
    const marks: Mark[] = [
      ...(bold ? [{ type: 'bold' as const }] : []),
      ...(italic ? [{ type: 'italic' as const }] : []),
      ...(href ? [{ type: 'link' as const, attrs: { href } }] : []),
    ];
    if (before?.type === 'text' && JSON.stringify(before.marks ?? []) === JSON.stringify(marks))
      before.text += text;
    else this.#line.push({ type: 'text', text, ...(marks.length > 0 && { marks }) });
  }
}

const isBlank = (node: Inline) => node.type === 'hardBreak' || node.text.trim() === '';

export function styleOf(element: Element, { bold, italic, href }: Style): Style {
  const style = attribute(element, 'style');
  const weight = /(?<![\w-])font-weight:\s*(\w+)/i.exec(style)?.[1];
  const slant = /(?<![\w-])font-style:\s*(\w+)/i.exec(style)?.[1];
  const isBold = weight
    ? /^(bold|bolder|[6-9]00)$/.test(weight)
    : bold || /^(b|strong)$/.test(element.tagName);
  const isItalic = slant ? /^(italic|oblique)$/.test(slant) : italic || /^(i|em|cite)$/.test(element.tagName);
  return {
    bold: isBold,
    italic: isItalic,
    href: element.tagName === 'a' ? (addressOf(attribute(element, 'href')) ?? href) : href,
  };
}

/** Only addresses on the web and of mail; Google Docs leads through a page of its own. */
function addressOf(href: string): string | null {
  if (!/^(https?:\/\/|mailto:)/i.test(href) || href.length > 2000 || !URL.canParse(href)) return null;
  const { hostname, pathname, searchParams } = new URL(href);
  const meant = hostname === 'www.google.com' && pathname === '/url' ? searchParams.get('q') : null;
  return meant ? addressOf(meant) : href;
}

const attribute = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value ?? '';
