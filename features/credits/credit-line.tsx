import type { Credit } from './credit';
import { formatCredit } from './format';

/** The credit as it is printed everywhere, its licence linked. */
export function CreditLine({ credit }: { credit: Credit }) {
  return formatCredit(credit).parts.map((part, index) =>
    part.href ? (
      <a key={`${index} ${part.href}`} href={part.href} rel={part.rel}>
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}
