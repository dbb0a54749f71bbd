import type { ReactNode } from 'react';

type Props = { submit: string; onSubmit: () => void; onEnd: () => void; children?: ReactNode };

/** The end of a dialog: what it is for, and leaving it. No form, since it stands within one. */
export function DialogButtons({ submit, onSubmit, onEnd, children }: Props) {
  return (
    <p className="mt-6 flex flex-wrap gap-3">
      <button type="button" className="button" onClick={onSubmit}>
        {submit}
      </button>
      {children}
      <button type="button" className="button-quiet" onClick={onEnd}>
        Leave it
      </button>
    </p>
  );
}
