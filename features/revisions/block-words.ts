import type { DraftBlock, Inline, Mark } from '@/lib/text-tree';

/** What a block is, in words. */
export function blockName(block: DraftBlock): string {
  switch (block.type) {
    case 'paragraph':
      return 'Paragraph';
    case 'heading':
      return `Heading ${block.attrs.level}`;
    case 'bulletList':
      return 'List';
    case 'orderedList':
      return 'Numbered list';
    case 'blockquote':
      return 'Quote';
    case 'callout':
      return { note: 'Note', tip: 'Tip', warning: 'Warning' }[block.attrs.tone];
    case 'figure':
      return `Photo ${block.attrs.photoId}`;
    case 'table':
      return 'Table';
    case 'video':
      return 'Video';
  }
}

/** All that a block says, with the marks of its words, so that a changed link or a bold word shows. */
export function blockText(block: DraftBlock): string {
  if (block.type === 'figure') {
    const { alt, decorative, caption } = block.attrs;
    return [
      decorative ? 'decorative' : `alternative text: ${alt ?? 'none'}`,
      caption && `caption: ${caption}`,
    ]
      .filter(Boolean)
      .join('\n');
  }
  if (block.type === 'video') return `${block.attrs.title} (${block.attrs.provider} ${block.attrs.videoId})`;
  const title = block.type === 'callout' && block.attrs.title ? `${block.attrs.title}\n` : '';
  return title + lines(block, '');
}

type Node = { type: string; content?: unknown };

function lines(node: Node, indent: string): string {
  const content = (node.content ?? []) as Node[];
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return (content as Inline[]).map(inlineText).join('');
    case 'tableRow':
      return content.map((cell) => lines(cell, indent)).join(' | ');
    case 'bulletList':
    case 'orderedList':
      return content.map((item) => `${indent}• ${lines(item, `${indent}  `)}`).join('\n');
    default:
      return content.map((child) => lines(child, indent)).join('\n');
  }
}

function inlineText(node: Inline): string {
  if (node.type === 'hardBreak') return '\n';
  return (node.marks ?? []).reduce(marked, node.text);
}

function marked(text: string, mark: Mark): string {
  if (mark.type === 'bold') return `**${text}**`;
  if (mark.type === 'italic') return `_${text}_`;
  return `${text} [→ ${target(mark.attrs)}]`;
}

function target(attrs: Extract<Mark, { type: 'link' }>['attrs']): string {
  if ('href' in attrs) return attrs.href;
  if ('topicId' in attrs) return `topic ${attrs.topicId}`;
  return 'resourceId' in attrs ? `page ${attrs.resourceId}` : `photo ${attrs.photoId}`;
}
