import { describe, expect, test } from 'vitest';
import { type DraftBlock, type DraftTree, plainText } from '@/lib/text-tree';
import { compareDrafts, compareTexts } from './compare';
import { emptyResource, emptyTopic } from './draft';

const paragraph = (text: string): DraftBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const heading = (text: string, level: 2 | 3 = 2): DraftBlock => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});
const text = (...content: DraftBlock[]): DraftTree => ({ type: 'doc', content });
const names = { topic: (id: number) => `Topic ${id}`, photo: (id: number) => `photo ${id}` };

describe('a text', () => {
  test('that is the same has no changes but what stayed', () => {
    const one = text(paragraph('A'), paragraph('B'));
    expect(compareTexts(one, one)).toEqual([{ is: 'same', blocks: 2 }]);
  });

  test('says which block was added and which removed', () => {
    const before = text(paragraph('The first one.'), paragraph('Old words go.'));
    const after = text(heading('What comes anew'), paragraph('The first one.'));
    expect(compareTexts(before, after)).toEqual([
      { is: 'added', name: 'Heading 2', text: 'What comes anew' },
      { is: 'same', blocks: 1 },
      { is: 'removed', name: 'Paragraph', text: 'Old words go.' },
    ]);
  });

  test('says word by word what became of a block', () => {
    const before = text(paragraph('The library opens at nine every day.'));
    const after = text(paragraph('The library opens at ten every day.'));
    expect(compareTexts(before, after)).toEqual([
      {
        is: 'changed',
        name: 'Paragraph',
        words: [
          { is: 'same', text: 'The library opens at ' },
          { is: 'removed', text: 'nine' },
          { is: 'added', text: 'ten' },
          { is: 'same', text: ' every day.' },
        ],
      },
    ]);
  });

  test('names a block that became another', () => {
    const [change] = compareTexts(text(heading('Opening hours')), text(heading('Opening hours', 3)));
    expect(change).toMatchObject({ is: 'changed', name: 'Heading 2 became Heading 3' });
  });

  test('shows a link that changed, though its words are the same', () => {
    const linked = (href: string): DraftBlock => ({
      type: 'paragraph',
      content: [{ type: 'text', text: 'the report', marks: [{ type: 'link', attrs: { href } }] }],
    });
    const [change] = compareTexts(text(linked('https://a.example')), text(linked('https://b.example')));
    expect(change).toMatchObject({
      is: 'changed',
      words: expect.arrayContaining([{ is: 'added', text: 'b' }]),
    });
  });

  test('shows the alternative text of a figure that changed', () => {
    const figure = (alt: string): DraftBlock => ({
      type: 'figure',
      attrs: { photoId: 7, alt, decorative: false, caption: null },
    });
    const [change] = compareTexts(text(figure('A house')), text(figure('A barn')));
    expect(change).toMatchObject({ is: 'changed', name: 'Photo 7' });
    expect(JSON.stringify(change)).toContain('barn');
  });

  test('of ten thousand words that are all different is compared all the same', () => {
    const many = (seed: number) =>
      text(
        ...Array.from({ length: 200 }, (_, index) =>
          paragraph(Array.from({ length: 50 }, (__, word) => `w${(index * 50 + word) * seed}`).join(' ')),
        ),
      );
    expect(compareTexts(many(3), many(7)).length).toBeGreaterThan(0);
  });
});

describe('a comparison that takes too long', () => {
  const random = (seed: number) => {
    let state = seed;
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state % 300;
    };
  };
  const shuffled = (seed: number) => {
    const next = random(seed);
    return text(
      ...Array.from({ length: 10 }, (_, block) =>
        paragraph(Array.from({ length: 1000 }, () => `w${block}x${next()}`).join(' ')),
      ),
    );
  };

  test('shows what is left whole, and loses no block', () => {
    const [before, after] = [shuffled(7), shuffled(11)];
    const changes = compareTexts(before, after);
    const said = (is: 'added' | 'removed') =>
      changes.flatMap((change) => {
        if (change.is === is) return [change.text];
        if (change.is !== 'changed') return [];
        return [
          change.words
            .filter((words) => words.is === 'same' || words.is === is)
            .map((words) => words.text)
            .join(''),
        ];
      });
    const paragraphs = (tree: DraftTree) => tree.content.map((block) => plainText({ content: [block] }));
    expect(said('removed')).toEqual(paragraphs(before));
    expect(said('added')).toEqual(paragraphs(after));
  });

  test('still compares the fields word by word', () => {
    const before = { ...emptyResource('news'), body: shuffled(7), textLicence: 'cc/by/3.0' };
    const after = { ...before, body: shuffled(11), textLicence: 'cc/by/4.0' };
    expect(compareDrafts(before, after, names).at(-1)).toMatchObject({
      words: expect.arrayContaining([{ is: 'same', text: 'cc/by/' }]),
    });
  });
});

describe('a draft', () => {
  const draft = { ...emptyResource('news'), title: 'Before', topicIds: [1], body: text(paragraph('A')) };

  test('that is the same differs in nothing', () => {
    expect(compareDrafts(draft, { ...draft }, names)).toEqual([]);
  });

  test('names the fields that differ, in the order of the form', () => {
    const changed = { ...draft, title: 'After', topicIds: [1, 2], body: text(paragraph('B')) };
    expect(compareDrafts(draft, changed, names).map(({ name }) => name)).toEqual(['Title', 'Text', 'Topics']);
  });

  test('calls topics by their names', () => {
    const [change] = compareDrafts(draft, { ...draft, topicIds: [1, 2] }, names);
    expect(JSON.stringify(change)).toContain('Topic 2');
  });

  test('of a topic is compared as well', () => {
    const [change] = compareDrafts(emptyTopic, { ...emptyTopic, hue: 'plum' }, names);
    expect(change).toMatchObject({ name: 'Hue' });
  });
});
