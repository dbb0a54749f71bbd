/** Not there, or not for this person: the same words. */
export default function NotForYou() {
  return (
    <div className="measure">
      <title>Not here</title>
      <h1>This is not here</h1>
      <p className="mt-3">
        The address may be mistyped, what was here may be deleted, or it is not for you to see. Go back to{' '}
        <a href="/admin">the desk</a>.
      </p>
    </div>
  );
}
