import { expect, test } from 'vitest';
import { treeOf } from './markdown';

const resolve = {
  link: (url: string) => (url.startsWith('topic:') ? { topicId: 7 } : { href: url }),
  figure: async () => 9,
};

test('Markdown becomes a text tree', async () => {
  const tree = await treeOf(
    'At 10:30 see [it](topic:x).\n\n:::tip[Try]\n- one\n:::\n\n::figure{photo="p" alt="a"}\n\n| A | B |\n|---|---|\n| 1 | **2** |\n',
    resolve,
  );
  expect(tree.content.map(({ type }) => type)).toEqual(['paragraph', 'callout', 'figure', 'table']);
  expect(tree.content[0]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'At 10' },
      { type: 'text', text: ':30' },
      { type: 'text', text: ' see ' },
      { type: 'text', text: 'it', marks: [{ type: 'link', attrs: { topicId: 7 } }] },
      { type: 'text', text: '.' },
    ],
  });
  expect(tree.content[1]).toMatchObject({ attrs: { tone: 'tip', title: 'Try' } });
});

test.each(['<b>html</b>', '# too high', '![image](x.png)', '---', '`code`', '::unknown{}'])(
  '%s is refused',
  async (markdown) => {
    await expect(treeOf(markdown, resolve)).rejects.toThrow();
  },
);
