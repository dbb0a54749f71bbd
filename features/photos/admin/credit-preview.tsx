import type { Credit } from '@/features/credits/credit';
import { CreditLine } from '@/features/credits/credit-line';
import { formatCredit } from '@/features/credits/format';
import { licenceWords } from './licence-words';

/** A credit as visitors will read it, and what follows from its licence. */
export function CreditPreview({ credit }: { credit: Credit }) {
  const { means, missing } = licenceWords(credit);
  const isEmpty = formatCredit(credit).text === '';
  return (
    <section aria-labelledby="preview" className="notice">
      <h2 id="preview">How it is printed</h2>
      <p className="credit">{isEmpty ? 'Nothing yet.' : <CreditLine credit={credit} />}</p>
      {means.length > 0 && (
        <>
          <h3 className="mt-4 text-meta">What the licence means</h3>
          <Sentences sentences={means} />
        </>
      )}
      {missing.length > 0 && (
        <>
          <h3 className="mt-4 text-meta">What is missing</h3>
          <Sentences sentences={missing} />
        </>
      )}
    </section>
  );
}

const Sentences = ({ sentences }: { sentences: string[] }) => (
  <ul className="list-disc ps-5">
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);
