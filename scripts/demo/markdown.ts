import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Block, type Inline, type LinkTarget, type Mark, TextTree } from '@/lib/text-tree';

import { typographic } from './typography';

/** How links within the site and figures find their ids. */
export type Resolve = {
  link: (url: string) => LinkTarget;
  figure: (attributes: Record<string, string>) => Promise<number>;
};

/** Markdown as the demonstration content uses it, as a text tree; what the tree does not know is refused. */
export async function treeOf(markdown: string, resolve: Resolve): Promise<TextTree> {
  const root = fromMarkdown(markdown, {
    extensions: [gfmTable(), directive()],
    mdastExtensions: [gfmTableFromMarkdown(), directiveFromMarkdown()],
  });
  const content = await Promise.all(root.children.map((node) => block(node, resolve)));
  return TextTree.parse({ type: 'doc', content });
}

async function block(node: RootContent, resolve: Resolve): Promise<Block> {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', content: inlines(node.children, resolve) };
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: node.depth as 2 | 3 | 4 },
        content: inlines(node.children, resolve),
      };
    case 'blockquote':
      return { type: 'blockquote', content: (await blocks(node.children, resolve)) as never };
    case 'list': {
      const items = node.children.map(async (item) => ({
        type: 'listItem' as const,
        content: (await blocks(item.children, resolve)) as never,
      }));
      return { type: node.ordered ? 'orderedList' : 'bulletList', content: await Promise.all(items) };
    }
    case 'table':
      return {
        type: 'table',
        content: node.children.map((row, index) => ({
          type: 'tableRow',
          content: row.children.map((cell) => ({
            type: index === 0 ? 'tableHeader' : 'tableCell',
            content: [{ type: 'paragraph', content: inlines(cell.children, resolve) }],
          })),
        })),
      };
    case 'containerDirective': {
      const [first, ...rest] = node.children;
      const titled = first?.type === 'paragraph' && first.data?.directiveLabel;
      return {
        type: 'callout',
        attrs: { tone: node.name as 'note', title: titled ? plain(first) : null },
        content: (await blocks(titled ? rest : node.children, resolve)) as never,
      };
    }
    case 'leafDirective':
      if (node.name === 'figure')
        return { type: 'figure', attrs: { useId: await resolve.figure(filled(node.attributes)) } };
      if (node.name === 'video') return { type: 'video', attrs: filled(node.attributes) as never };
      throw new Error(`the text tree has no ::${node.name}`);
    default:
      throw new Error(`the text tree has no ${node.type}: ${plain(node)}`);
  }
}

const blocks = (nodes: RootContent[], resolve: Resolve) =>
  Promise.all(nodes.map((node) => block(node, resolve)));

function inlines(nodes: PhrasingContent[], resolve: Resolve, marks: Mark[] = []): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return [
          {
            type: 'text',
            text: typographic(node.value.replace(/\n/g, ' ')),
            ...(marks.length > 0 && { marks }),
          },
        ];
      case 'strong':
        return inlines(node.children, resolve, [...marks, { type: 'bold' }]);
      case 'emphasis':
        return inlines(node.children, resolve, [...marks, { type: 'italic' }]);
      case 'link':
        return inlines(node.children, resolve, [...marks, { type: 'link', attrs: resolve.link(node.url) }]);
      case 'break':
        return [{ type: 'hardBreak' }];
      case 'textDirective':
        // A colon before a word, as in "10:30am", is no directive here.
        return [{ type: 'text', text: `:${node.name}${plain(node)}`, ...(marks.length > 0 && { marks }) }];
      default:
        throw new Error(`the text tree has no ${node.type}`);
    }
  });
}

const filled = (attributes: Record<string, string | null | undefined> | null | undefined) =>
  Object.fromEntries(Object.entries(attributes ?? {}).map(([name, value]) => [name, value ?? '']));

function plain(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}
