import { inPlace } from '@/components/ui/in-place';
import type { Check } from './check';

const groups: { level: Check['level']; title: string }[] = [
  { level: 'must', title: 'Must be mended first' },
  { level: 'should', title: 'Should be better' },
  { level: 'could', title: 'Could be better' },
];

/** What could be better, in three groups; each sentence leads to its field. */
export function CheckList({ checks, editAddress }: { checks: Check[]; editAddress: string }) {
  if (checks.length === 0) return <p>Nothing stands in the way.</p>;
  return groups.map(({ level, title }) => {
    const found = checks.filter((check) => check.level === level);
    if (found.length === 0) return null;
    return (
      <section key={level} className="mt-6" aria-labelledby={`checks-${level}`}>
        <h2 id={`checks-${level}`} className={level === 'must' ? 'text-error' : undefined}>
          {title} <span className="meta font-sans">{found.length}</span>
        </h2>
        <ul className="mt-2 grid gap-2">
          {inPlace(found, ({ field, sentence }) => (
            <li>
              <a href={`${editAddress}#${field}`} className="inline-flex min-h-6">
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
