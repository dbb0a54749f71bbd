import { expect, test } from 'vitest';
import { plainText, referencesOf, TextTree } from './text-tree';

const text = (content: string, marks?: unknown[]) => ({
  type: 'text',
  text: content,
  ...(marks && { marks }),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });

test.each([
  [
    'a script as a link',
    doc(paragraph(text('x', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]))),
  ],
  [
    'a link with two goals',
    doc(paragraph(text('x', [{ type: 'link', attrs: { topicId: 1, resourceId: 2 } }]))),
  ],
  ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 }, content: [text('x')] })],
  ['an unknown block', doc({ type: 'html', content: [text('<b>x</b>')] })],
  ['an attribute nobody knows', doc({ type: 'paragraph', content: [text('x')], style: 'color: red' })],
  ['a list of nothing', doc({ type: 'bulletList', content: [] })],
  [
    'a video of another site',
    doc({ type: 'video', attrs: { provider: 'elsewhere', videoId: 'abcdef', title: 'x' } }),
  ],
])('%s is refused', (_, tree) => {
  expect(TextTree.safeParse(tree).success).toBe(false);
});

test('lists nest, and their text is read in order with spaces between blocks', () => {
  const item = (...content: unknown[]) => ({ type: 'listItem', content });
  const inner = { type: 'orderedList', content: [item(paragraph(text('two')))] };
  const tree = TextTree.parse(
    doc(paragraph(text('Zero.')), { type: 'bulletList', content: [item(paragraph(text('one')), inner)] }),
  );
  expect(plainText(tree)).toBe('Zero. one two');
});

test('what a text refers to is found wherever it stands', () => {
  const link = (attrs: unknown) => paragraph(text('x', [{ type: 'bold' }, { type: 'link', attrs }]));
  const tree = TextTree.parse(
    doc(
      link({ topicId: 1 }),
      { type: 'blockquote', content: [link({ resourceId: 2 })] },
      { type: 'callout', attrs: { tone: 'note', title: null }, content: [link({ photoId: 3 })] },
      { type: 'figure', attrs: { useId: 4 } },
    ),
  );
  expect(referencesOf(tree)).toEqual({ topicIds: [1], resourceIds: [2], photoIds: [3], useIds: [4] });
});
