import { z } from 'zod';
import { cleanText } from './clean-text';
import { RowId } from './row-id';

/**
 * Text as a narrow tree, in the JSON shape of ProseMirror documents, so that a writing field can edit it as it is.
 * Links to the site's own things are kept by id and find their address when the text is shown.
 */
const address = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)/i, 'A link begins with http://, https:// or mailto:.');
const id = RowId;

export const LinkTarget = z.union([
  z.strictObject({ href: address }),
  z.strictObject({ topicId: id }),
  z.strictObject({ resourceId: id }),
  z.strictObject({ photoId: id }),
]);
export type LinkTarget = z.infer<typeof LinkTarget>;

const Mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('link'), attrs: LinkTarget }),
]);
export type Mark = z.infer<typeof Mark>;

const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).transform(cleanText),
  marks: z.array(Mark).max(3).optional(),
});
const HardBreak = z.strictObject({ type: z.literal('hardBreak') });
export const Inline = z.discriminatedUnion('type', [Text, HardBreak]);
export type Inline = z.infer<typeof Inline>;

const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(Inline).optional() });
const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: z.array(Inline).min(1),
});

const ListItem = z.strictObject({
  type: z.literal('listItem'),
  get content(): z.ZodArray<
    z.ZodDiscriminatedUnion<[typeof Paragraph, typeof BulletList, typeof OrderedList]>
  > {
    return z.array(z.discriminatedUnion('type', [Paragraph, BulletList, OrderedList])).min(1);
  },
});
const BulletList = z.strictObject({
  type: z.literal('bulletList'),
  get content() {
    return z.array(ListItem).min(1);
  },
});
const OrderedList = z.strictObject({
  type: z.literal('orderedList'),
  get content() {
    return z.array(ListItem).min(1);
  },
});

const Quote = z.strictObject({ type: z.literal('blockquote'), content: z.array(Paragraph).min(1) });
const Callout = z.strictObject({
  type: z.literal('callout'),
  attrs: z.strictObject({
    tone: z.enum(['note', 'tip', 'warning']),
    title: z.string().min(1).max(120).nullable(),
  }),
  content: z.array(z.discriminatedUnion('type', [Paragraph, BulletList, OrderedList])).min(1),
});
const Figure = z.strictObject({ type: z.literal('figure'), attrs: z.strictObject({ useId: id }) });
const cell = { content: z.array(Paragraph).min(1) };
const Table = z.strictObject({
  type: z.literal('table'),
  content: z
    .array(
      z.strictObject({
        type: z.literal('tableRow'),
        content: z
          .array(
            z.discriminatedUnion('type', [
              z.strictObject({ type: z.literal('tableHeader'), ...cell }),
              z.strictObject({ type: z.literal('tableCell'), ...cell }),
            ]),
          )
          .min(1),
      }),
    )
    .min(1),
});

/** Nothing of the video's site is asked for until a visitor starts it. */
const Video = z.strictObject({
  type: z.literal('video'),
  attrs: z.strictObject({
    provider: z.enum(['youtube', 'vimeo']),
    // An unlisted video of Vimeo's has its key behind a slash.
    videoId: z.string().regex(/^[\w-]{6,20}(\/\w+)?$/),
    title: z.string().min(1).max(200),
  }),
});

export const Block = z.discriminatedUnion('type', [
  Paragraph,
  Heading,
  BulletList,
  OrderedList,
  Quote,
  Callout,
  Figure,
  Table,
  Video,
]);
export type Block = z.infer<typeof Block>;

export const TextTree = z.strictObject({ type: z.literal('doc'), content: z.array(Block) });
export type TextTree = z.infer<typeof TextTree>;

/**
 * The same text while it is being written: unfinished parts are allowed, and a figure carries its own use instead of
 * the number of one, since uses are of what is public.
 */
export const DraftUse = z.strictObject({
  photoId: id,
  /** Null while nobody has chosen; of a decorative use always. */
  alt: z.string().max(2000).transform(cleanText).nullable(),
  decorative: z.boolean(),
  caption: z.string().max(2000).transform(cleanText).nullable(),
});
export type DraftUse = z.infer<typeof DraftUse>;

const DraftHeading = Heading.extend({ content: z.array(Inline).optional() });
const DraftCallout = Callout.extend({
  attrs: z.strictObject({
    tone: z.enum(['note', 'tip', 'warning']),
    title: z.string().max(120).nullable(),
  }),
});
const DraftFigure = z.strictObject({ type: z.literal('figure'), attrs: DraftUse });

export const DraftBlock = z.discriminatedUnion('type', [
  Paragraph,
  DraftHeading,
  BulletList,
  OrderedList,
  Quote,
  DraftCallout,
  DraftFigure,
  Table,
  Video,
]);
export type DraftBlock = z.infer<typeof DraftBlock>;

export const DraftTree = z.strictObject({ type: z.literal('doc'), content: z.array(DraftBlock) });
export type DraftTree = z.infer<typeof DraftTree>;

/** The uses of a draft's figures, in order. */
export const usesOfDraft = (tree: DraftTree): DraftUse[] =>
  tree.content.flatMap((block) => (block.type === 'figure' ? [block.attrs] : []));

/** A draft as it is published: what is empty is left out, and each figure has the number of its use. */
export function finished(tree: DraftTree, useIds: number[]): TextTree {
  let figure = 0;
  const content = tree.content.flatMap((block): unknown[] => {
    if (block.type === 'figure') return [{ type: 'figure', attrs: { useId: useIds[figure++] } }];
    if ((block.type === 'paragraph' || block.type === 'heading') && plainText({ content: [block] }) === '')
      return [];
    if (block.type === 'callout')
      return [{ ...block, attrs: { ...block.attrs, title: block.attrs.title?.trim() || null } }];
    return [block];
  });
  return TextTree.parse({ type: 'doc', content });
}

/** What is public, to be written on. */
export function draftOf(tree: TextTree, uses: ({ id: number } & DraftUse)[]): DraftTree {
  const byId = new Map(
    uses.map(({ id: useId, photoId, alt, decorative, caption }) => [
      useId,
      { photoId, alt, decorative, caption },
    ]),
  );
  return {
    type: 'doc',
    content: tree.content.flatMap((block): DraftBlock[] => {
      if (block.type !== 'figure') return [block];
      const attrs = byId.get(block.attrs.useId);
      return attrs ? [{ type: 'figure', attrs }] : [];
    }),
  };
}

/** The visible text: blocks are parted by one space, as a teaser needs it. */
export function plainText(tree: { content: AnyNode[] }): string {
  return tree.content.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

type AnyNode = { type: string; text?: string; content?: AnyNode[] };

function textOf(node: AnyNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return ' ';
  const parts = (node.content ?? []).map(textOf);
  return parts.join(node.type === 'paragraph' || node.type === 'heading' ? '' : ' ');
}

/** What a tree refers to within the site, so that a reader can fetch it and know what it read. */
export function referencesOf(tree: TextTree | DraftTree) {
  const found = {
    topicIds: new Set<number>(),
    resourceIds: new Set<number>(),
    photoIds: new Set<number>(),
    useIds: new Set<number>(),
  };
  visit(tree, (node) => {
    if (node.type === 'figure' && 'useId' in node.attrs) found.useIds.add(node.attrs.useId);
    if (node.type === 'figure' && 'photoId' in node.attrs) found.photoIds.add(node.attrs.photoId);
    if (node.type !== 'text') return;
    for (const mark of node.marks ?? []) {
      if (mark.type !== 'link') continue;
      if ('topicId' in mark.attrs) found.topicIds.add(mark.attrs.topicId);
      if ('resourceId' in mark.attrs) found.resourceIds.add(mark.attrs.resourceId);
      if ('photoId' in mark.attrs) found.photoIds.add(mark.attrs.photoId);
    }
  });
  return {
    topicIds: [...found.topicIds],
    resourceIds: [...found.resourceIds],
    photoIds: [...found.photoIds],
    useIds: [...found.useIds],
  };
}

type Node =
  | Block
  | DraftBlock
  | Inline
  | { type: 'listItem' | 'tableRow' | 'tableHeader' | 'tableCell'; content: Node[] };

function visit(node: TextTree | DraftTree | Node, see: (node: Node) => void): void {
  if (node.type !== 'doc') see(node);
  if ('content' in node) for (const child of (node.content ?? []) as Node[]) visit(child, see);
}
