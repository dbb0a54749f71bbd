import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'That did not sign you in' };

export default function RefusedPage() {
  return (
    <>
      <h1>That did not sign you in</h1>
      <p className="mt-3">
        A link is good for one use and for a short time, and only for people on the staff list. This one was
        used, is too old, or is not for this site.
      </p>
      <p className="mt-4">
        <a href="/sign-in">Ask for a new link</a>
      </p>
    </>
  );
}
