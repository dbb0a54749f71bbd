'use client';

/** A fault of ours on a page of staff. */
export default function FaultPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <div className="measure">
      <h1>Something went wrong on our side</h1>
      <p className="mt-3">
        The page could not be made just now. Try again in a minute; what you typed is kept in this browser.
      </p>
      {error.digest && (
        <p className="meta mt-4">If you write to us about it, say: reference {error.digest}.</p>
      )}
    </div>
  );
}
