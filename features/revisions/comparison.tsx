import { inPlace } from '@/components/ui/in-place';
import { directionOf } from '@/lib/direction';
import type { BlockChange, Change, Words } from './compare';

/** What differs, field by field; a colour never says alone what was added or removed. */
export function Comparison({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return <p>Nothing differs.</p>;
  return changes.map((change) => (
    <div key={change.field} className="mt-6">
      <h3 className="font-sans text-meta font-semibold">{change.name}</h3>
      {change.is === 'words' ? (
        <div className="measure mt-1 border-s-4 border-hairline ps-4">
          <Run words={change.words} />
        </div>
      ) : (
        <div className="measure mt-1 grid gap-3">
          {inPlace(change.blocks, (block) => (
            <Block change={block} />
          ))}
        </div>
      )}
    </div>
  ));
}

const signs = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;
const edges = { added: 'border-ok', removed: 'border-error', changed: 'border-warn' } as const;

function Block({ change }: { change: BlockChange }) {
  if (change.is === 'same')
    return (
      <p className="meta">
        {change.blocks === 1 ? '1 block unchanged' : `${change.blocks} blocks unchanged`}
      </p>
    );
  return (
    <div className={`border-s-4 ps-4 ${edges[change.is]}`}>
      <p className="meta">
        {signs[change.is]}: {change.name}
      </p>
      {change.is === 'changed' ? (
        <Run words={change.words} />
      ) : (
        <Run words={[{ is: change.is, text: change.text }]} />
      )}
    </div>
  );
}

function Run({ words }: { words: Words[] }) {
  return (
    <>
      <Marked words={words} />
      {words.every(({ is }) => is === 'same') && (
        <p className="meta">The words are the same. What differs is not among them.</p>
      )}
    </>
  );
}

function Marked({ words }: { words: Words[] }) {
  return (
    <p className="whitespace-pre-wrap" dir={directionOf(words.map(({ text }) => text).join(''))}>
      {inPlace(words, ({ is, text }) =>
        is === 'same' ? (
          text
        ) : is === 'added' ? (
          <ins className="bg-sunk text-ok decoration-2">
            <span className="sr-only">[added: </span>
            {text}
            <span className="sr-only">]</span>
          </ins>
        ) : (
          <del className="text-error decoration-2">
            <span className="sr-only">[removed: </span>
            {text}
            <span className="sr-only">]</span>
          </del>
        ),
      )}
    </p>
  );
}
