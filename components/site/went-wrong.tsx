/** A fault of ours; `reference` is in the log as well. */
export function WentWrong({ reference }: { reference?: string | undefined }) {
  return (
    <div className="measure">
      <h1>Something went wrong on our side</h1>
      <p className="lede mt-4">The page could not be made just now. Try again in a minute.</p>
      <p className="mt-6">
        Meanwhile, <a href="/topics">all topics</a>, <a href="/news">the news</a> and{' '}
        <a href="/webinars">the webinars</a> may well be there.
      </p>
      {reference && <p className="meta mt-6">If you write to us about it, say: reference {reference}.</p>}
    </div>
  );
}
