import { inPlace } from '@/components/ui/in-place';
import type { Credit } from './credit';
import { formatCredit } from './format';

/** The credit as it is printed everywhere, its licence linked. */
export function CreditLine({ credit }: { credit: Credit }) {
  return inPlace(formatCredit(credit).parts, ({ href, rel, text }) =>
    href ? (
      <a href={href} rel={rel}>
        {text}
      </a>
    ) : (
      text
    ),
  );
}
