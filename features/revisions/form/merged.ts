import type { DraftTree } from '@/lib/text-tree';
import type { Draft } from '../draft';

/** The other version, with my text below its own, marked where it begins. */
export function merged(theirs: Draft, mine: Draft): Draft {
  if ('body' in theirs && 'body' in mine) return { ...theirs, body: joined(theirs.body, mine.body) };
  if ('introduction' in theirs && 'introduction' in mine)
    return { ...theirs, introduction: joined(theirs.introduction, mine.introduction) };
  return theirs;
}

const joined = (one: DraftTree, other: DraftTree): DraftTree => ({
  type: 'doc',
  content: [
    ...one.content,
    {
      type: 'callout',
      attrs: { tone: 'note', title: 'From your version' },
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'Join what follows with the text above, then remove this note.' }],
        },
      ],
    },
    ...other.content,
  ],
});
