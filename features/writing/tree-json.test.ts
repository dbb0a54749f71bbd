import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { DraftTree } from '@/lib/text-tree';
import { fromField, toField } from './tree-json';

const inline = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: fc.string({ minLength: 1 }) }),
  fc.record({
    type: fc.constant('text' as const),
    text: fc.string({ minLength: 1 }),
    marks: fc.constantFrom(
      [{ type: 'bold' as const }],
      [{ type: 'bold' as const }, { type: 'link' as const, attrs: { href: 'https://example.org/a' } }],
      [{ type: 'link' as const, attrs: { topicId: 3 } }],
      [{ type: 'italic' as const }, { type: 'link' as const, attrs: { photoId: 9 } }],
    ),
  }),
  fc.constant({ type: 'hardBreak' as const }),
);
const paragraph = fc.record({
  type: fc.constant('paragraph' as const),
  content: fc.array(inline, { minLength: 1 }),
});
const block = fc.oneof(
  paragraph,
  fc.record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const) }),
    content: fc.array(inline, { minLength: 1 }),
  }),
  fc.record({
    type: fc.constant('bulletList' as const),
    content: fc.array(
      fc.record({ type: fc.constant('listItem' as const), content: fc.array(paragraph, { minLength: 1 }) }),
      { minLength: 1 },
    ),
  }),
  fc.record({
    type: fc.constant('figure' as const),
    attrs: fc.record({
      photoId: fc.integer({ min: 1, max: 99 }),
      alt: fc.option(fc.string()),
      decorative: fc.boolean(),
      caption: fc.option(fc.string()),
    }),
  }),
  fc.record({
    type: fc.constant('callout' as const),
    attrs: fc.record({
      tone: fc.constantFrom('note' as const, 'tip' as const),
      title: fc.option(fc.string({ maxLength: 20 })),
    }),
    content: fc.array(paragraph, { minLength: 1 }),
  }),
);

it('gives back what it was given, whatever the tree', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (content) => {
      const tree = DraftTree.parse({ type: 'doc', content });
      expect(fromField(toField(tree))).toEqual(tree);
    }),
  );
});

test('an empty text has a paragraph to write in, which is not saved', () => {
  const empty = { type: 'doc' as const, content: [] };
  expect(toField(empty).content).toEqual([{ type: 'paragraph' }]);
  expect(fromField(toField(empty))).toEqual(empty);
});

test('what the field adds of its own is not saved', () => {
  const json = {
    type: 'doc',
    content: [
      {
        type: 'orderedList',
        attrs: { start: 1, type: null },
        content: [
          { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A' }] }] },
        ],
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableHeader',
                attrs: { colspan: 1, rowspan: 1, colwidth: null },
                content: [{ type: 'paragraph' }],
              },
            ],
          },
        ],
      },
    ],
  };
  expect(JSON.stringify(fromField(json))).not.toMatch(/attrs/);
});

test('a line break among bold words, and a link that leads nowhere, are saved without their marks', () => {
  const bold = [{ type: 'bold' }];
  const nowhere = [{ type: 'link', attrs: { href: null, topicId: null, resourceId: null, photoId: null } }];
  const content = [
    { type: 'text', text: 'one', marks: bold },
    { type: 'hardBreak', marks: bold },
    { type: 'text', text: 'two', marks: nowhere },
  ];
  expect(fromField({ type: 'doc', content: [{ type: 'paragraph', content }] })).toEqual({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'one', marks: bold },
          { type: 'hardBreak' },
          { type: 'text', text: 'two' },
        ],
      },
    ],
  });
});

test('what is too long to be saved is no tree', () => {
  const attrs = { photoId: 1, alt: 'a'.repeat(2_001), decorative: false, caption: null };
  expect(fromField({ type: 'doc', content: [{ type: 'figure', attrs }] })).toBeUndefined();
});
