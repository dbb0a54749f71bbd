import type { Credit } from './credit';
import { clean, listed } from './credit-parts';

/**
 * How a copyright notice enters the line: as `claim` before the creators' names ("© 2019 "), when it claims it for
 * them, else as a `notice` of its own. All rights reserved is claimed for the creators if nobody wrote a notice.
 */
export function copyrightOf(credit: Credit): { claim: string | null; notice: string | null } {
  const notice = clean(credit.copyright?.replace(reserved, '') ?? null);
  if (!notice) return { claim: credit.license === 'arr' ? '© ' : null, notice: null };

  const [, years, owner] = noticeForm.exec(notice) ?? [];
  const names = listed(credit.creators)
    .map((part) => part.text)
    .join('');
  if (credit.courtesy || !owner || owner.toLowerCase() !== names.toLowerCase())
    return { claim: null, notice };
  return { claim: years ? `© ${years} ` : '© ', notice: null };
}

const reserved = /(?<![\s,.;])[\s,.;]*all rights reserved\.?/i;
const noticeForm = /^(?:©|\(c\)|copyright)(?: ?(?:©|\(c\)))? ?(\d{4}(?: ?[-–,] ?\d{4})*)?,? ?(.+)$/i;
