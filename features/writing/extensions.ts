import {
  type Extensions,
  mergeAttributes,
  Node,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';
import { ListItem } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { type FigureOptions, figure } from './figure-node';
import { deepestLevel } from './heading-level';
import { TargetLink } from './link-mark';
import { Video } from './video-node';

/** Everything that a text tree can hold, and nothing else. */
export const extensionsFor = (options: FigureOptions): Extensions => [
  StarterKit.configure({
    heading: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    listItem: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  StepHeading.configure({ levels: [2, 3, 4] }),
  ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
  Quote,
  Callout,
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content: 'paragraph+' }),
  TableCell.extend({ content: 'paragraph+' }),
  TargetLink,
  figure(options),
  Video,
];

/** By keys and by `## ` as by buttons: no level is skipped, so `#### ` below a heading makes a subheading. */
const StepHeading = Heading.extend({
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^(#{2,4})\s$/,
        type: this.type,
        getAttributes: ([, signs = '##']) => ({ level: Math.min(signs.length, deepestLevel(this.editor)) }),
      }),
    ];
  },
  addKeyboardShortcuts() {
    const toggle = (level: 2 | 3 | 4) => () =>
      level > deepestLevel(this.editor) || this.editor.commands.toggleHeading({ level });
    return { 'Mod-Alt-2': toggle(2), 'Mod-Alt-3': toggle(3), 'Mod-Alt-4': toggle(4) };
  },
});

const Quote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
});

const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,
  addAttributes: () => ({
    tone: {
      default: 'note',
      parseHTML: (element: HTMLElement) => element.dataset.tone ?? 'note',
      renderHTML: ({ tone }: Record<string, unknown>) => ({ 'data-tone': tone }),
    },
    title: {
      default: null,
      parseHTML: (element: HTMLElement) => element.dataset.title || null,
      renderHTML: ({ title }: Record<string, unknown>) => ({ 'data-title': title ?? '' }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-tone]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { class: `callout callout-${node.attrs.tone}` }),
    0,
  ],
});
