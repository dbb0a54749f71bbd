import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DraftTree } from '@/lib/text-tree';
import { treeOfPasted } from './pasted';

/** As an outline: one line a block, lists by their indent, marks as in Markdown. */
function outline(node: unknown, indent = ''): string {
  const {
    type,
    text,
    marks = [],
    content = [],
    attrs = {},
  } = node as {
    type: string;
    text?: string;
    marks?: { type: string; attrs?: { href?: string } }[];
    content?: unknown[];
    attrs?: Record<string, unknown>;
  };
  const inside = (deeper = indent) => content.map((child) => outline(child, deeper));
  switch (type) {
    case 'text':
      return marks.reduce(
        (words, mark) =>
          mark.type === 'bold'
            ? `**${words}**`
            : mark.type === 'italic'
              ? `_${words}_`
              : `[${words}](${mark.attrs?.href})`,
        text ?? '',
      );
    case 'hardBreak':
      return ' / ';
    case 'heading':
      return `${indent}${'#'.repeat(Number(attrs.level))} ${inside('').join('')}`;
    case 'paragraph':
      return `${indent}${inside('').join('')}`;
    case 'listItem':
      return inside(indent).join('\n');
    case 'bulletList':
    case 'orderedList':
      return content
        .map((item) =>
          outline(item, `${indent}  `).replace(/^\s*/, `${indent}${type === 'bulletList' ? '-' : '1.'} `),
        )
        .join('\n');
    case 'blockquote':
      return inside(`${indent}> `).join('\n');
    case 'tableRow':
      return `| ${content.map((cell) => ((cell as { type: string }).type === 'tableHeader' ? '!' : '') + outline(cell)).join(' | ')} |`;
    default:
      return inside().join('\n');
  }
}

const sample = (name: string) =>
  outline(treeOfPasted(readFileSync(`features/writing/samples/${name}.html`, 'utf8')));

describe('what somebody copied', () => {
  test('from Word keeps its headings, words, lists and tables, and no trace of Word', () => {
    expect(sample('word')).toBe(
      [
        '## Annual report',
        'The library’s year was **busy** and _good_. See [the report](https://example.org/report).',
        '### What we did',
        '- Story hours',
        '  - for toddlers',
        '- Hotspots',
        'Then:',
        '1. Ask',
        '1. Listen',
        '| **Month** | **Visits** |',
        '| May | 1,204 |',
      ].join('\n'),
    );
  });

  test('from Google Docs is bold only where it was, and its links lead where they should', () => {
    expect(sample('google-docs')).toBe(
      [
        '## Partners',
        'We asked **three schools** and _one clinic_. [The plan](https://example.org/plan)',
        '- First',
        '  - Below the first',
        '- Second',
      ].join('\n'),
    );
  });

  test('from a web page is its text, without menus, pictures, scripts and links that lead nowhere', () => {
    expect(sample('web-page')).toBe(
      [
        '## How we began',
        'In **2019** the county asked. / We answered.',
        'See our page, this and [the desk](mailto:desk@example.org).',
        '> It works.',
        '### After that',
        'two lines',
        'Cost',
        'None',
        '| !Year | !Loans |',
        '| 2020 | 12 |',
      ].join('\n'),
    );
  });

  test('from LibreOffice keeps its list and its bold words', () => {
    expect(sample('libreoffice')).toBe(
      ['## Opening hours', 'The branch opens at **nine**.', '1. Ring the bell', '1. Wait'].join('\n'),
    );
  });

  test('as a card that is one link keeps its link, and a heading of two lines its space', () => {
    const card = '<a href="https://example.org/a"><h3>One<br>two</h3><p>Words</p></a>';
    expect(outline(treeOfPasted(card))).toBe(
      '## [One](https://example.org/a) [two](https://example.org/a)\n[Words](https://example.org/a)',
    );
  });

  test('from Word comes without the comments beside it and what was deleted', () => {
    const html =
      '<p>Kept <del>gone</del><span class=MsoCommentReference>[A1]</span></p><div style="mso-element:comment"><p class=MsoCommentText>A remark</p></div>';
    expect(outline(treeOfPasted(html))).toBe('Kept');
  });

  test.each(['ul><li', 'div', 'span', 'b'])('nested ten thousand deep in %s keeps its words', (tag) => {
    const html = `${`<${tag}>`.repeat(10_000)}words`;
    expect(outline(treeOfPasted(html))).toContain('words');
  });

  test('as a frame of one cell is the text within', () => {
    expect(outline(treeOfPasted('<table><tr><td><p>Alone</p></td></tr></table>'))).toBe('Alone');
  });
});

it('is a tree whatever was copied, and never throws', () => {
  const tags =
    'p div span b i a ul ol li table tr td th h1 h2 h5 blockquote br img script section pre dl dt'.split(' ');
  const markup = fc.array(
    fc.oneof(
      fc.constantFrom(...tags).map((tag) => `<${tag}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag}>`),
      fc.constant('<p class=MsoListParagraph style="mso-list:l0 level3 lfo1">'),
      fc.constant('<a href="https://example.org/ä?q=1">'),
      fc.string(),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(markup, (parts) => {
      const tree = treeOfPasted(parts.join(''));
      expect(DraftTree.safeParse(tree).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('keeps the words, whatever tags stand around them', () => {
  const html = '<div><span><p>one</p></span>two<ul><li>three<div>four</div></li></ul></div>five';
  expect(outline(treeOfPasted(html)).replace(/\W+/g, ' ').trim()).toBe('one two three four five');
});
