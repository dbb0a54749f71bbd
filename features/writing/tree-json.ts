import type { JSONContent } from '@tiptap/core';
import { DraftTree } from '@/lib/text-tree';

/** A tree as the writing field takes it: it has a paragraph to write in, and its links all four of their fields. */
export function toField(tree: DraftTree): JSONContent {
  const content = tree.content.length > 0 ? tree.content : [{ type: 'paragraph' as const }];
  return { type: 'doc', content: content.map(withFields) };
}

/**
 * What the field holds, as a tree: what it adds of its own is left out. Nothing where a part is longer than what can
 * be saved.
 */
export function fromField(json: JSONContent): DraftTree | undefined {
  const content = (json.content ?? []).flatMap(withoutFields);
  // The paragraph to write in says nothing.
  const [only] = content;
  const isEmpty = content.length === 1 && only?.type === 'paragraph' && !only.content;
  return DraftTree.safeParse({ type: 'doc', content: isEmpty ? [] : content }).data;
}

const noTarget = { href: null, topicId: null, resourceId: null, photoId: null };

function withFields(node: JSONContent): JSONContent {
  const marks = node.marks?.map((mark) =>
    mark.type === 'link' ? { type: 'link', attrs: { ...noTarget, ...mark.attrs } } : mark,
  );
  return {
    ...node,
    ...(marks && { marks }),
    ...(node.content && { content: node.content.map(withFields) }),
  };
}

/** The attributes that a tree knows, by the kind of the node; all others are the field's own. */
const known: Record<string, string[]> = {
  heading: ['level'],
  callout: ['tone', 'title'],
  figure: ['photoId', 'alt', 'decorative', 'caption'],
  video: ['provider', 'videoId', 'title'],
};

function withoutFields(node: JSONContent): JSONContent[] {
  const content = node.content?.flatMap(withoutFields);
  const attrs = known[node.type ?? '']?.map((name) => [name, node.attrs?.[name] ?? null]);
  // The field marks line breaks as well; they hold nothing that could be bold.
  const marks = node.type === 'text' ? node.marks?.flatMap(withoutField) : undefined;
  return [
    {
      type: node.type ?? '',
      ...(node.text !== undefined && { text: node.text }),
      ...(attrs && { attrs: Object.fromEntries(attrs) }),
      ...(marks && marks.length > 0 && { marks }),
      ...(content && content.length > 0 && { content }),
    },
  ];
}

type FieldMark = NonNullable<JSONContent['marks']>[number];

/** Of a link, the one field that is filled in; a link that leads nowhere is none. */
function withoutField({ type, attrs = {} }: FieldMark): { type: string; attrs?: Record<string, unknown> }[] {
  if (type !== 'link') return [{ type }];
  const [filled] = Object.entries(attrs).filter(([name, value]) => name in noTarget && value);
  return filled ? [{ type, attrs: Object.fromEntries([filled]) }] : [];
}
