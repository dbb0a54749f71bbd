import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Look into your mail' };

/** The same for everybody, whether or not the address is on the staff list. */
export default function SentPage() {
  return (
    <>
      <h1>Look into your mail</h1>
      <p className="mt-3">
        If your mail address is on the staff list, a link is on its way. It is good for 15 minutes and for one
        use.
      </p>
      <p className="mt-4">
        Nothing there after a few minutes? Look into the folder for unwanted mail, check the address and{' '}
        <a href="/sign-in">ask once more</a>. If that does not help, ask an admin of this site.
      </p>
    </>
  );
}
