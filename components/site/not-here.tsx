/** An address that leads nowhere. */
export function NotHere() {
  return (
    <div className="measure">
      <h1>This page is not here</h1>
      <p className="lede mt-4">
        The address may be mistyped, or the page was never here. Pages that moved lead to their new place by
        themselves.
      </p>
      <p className="mt-6">
        Look through <a href="/topics">all topics</a>, <a href="/news">the news</a> or{' '}
        <a href="/webinars">the webinars</a>.
      </p>
    </div>
  );
}
