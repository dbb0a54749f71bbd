import type { Metadata } from 'next';
import { tokenHolder } from '@/auth/tokens';
import { Field } from '@/components/admin/field';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ wrong?: string }> };

/** Opening it changes nothing, so that a mail scanner that opens every link uses nothing up. The button does. */
export default async function TokenPage({ params, searchParams }: Props) {
  const [{ token }, { wrong }] = await Promise.all([params, searchParams]);
  const holder = await tokenHolder(token);
  if (!holder)
    return (
      <>
        <h1>This link is no longer good</h1>
        <p className="mt-3">
          It was used, or it is too old. <a href="/sign-in">Ask for a new link</a>.
        </p>
      </>
    );
  return (
    <form method="post" action="/sign-in/enter">
      <input type="hidden" name="token" value={token} />
      {holder === 'first' ? (
        <FirstAdmin wrong={wrong !== undefined} />
      ) : (
        <>
          <h1>Welcome, {holder.name}</h1>
          <p className="mt-3">One more step: the button signs you in at this browser.</p>
        </>
      )}
      <p className="mt-6">
        <button type="submit" className="button">
          Sign in
        </button>
      </p>
    </form>
  );
}

function FirstAdmin({ wrong }: { wrong: boolean }) {
  return (
    <>
      <h1>Welcome</h1>
      <p className="mt-3">
        Nobody can edit this site yet. You become its first admin and can then invite the others.
      </p>
      <input type="hidden" name="first" value="yes" />
      <div className="mt-6">
        <Field id="name" label="Your name" error={wrong ? 'Write your name.' : undefined}>
          {(control) => (
            <input {...control} name="name" autoComplete="name" required className="input" dir="auto" />
          )}
        </Field>
        <Field
          id="mail"
          label="Your mail address"
          hint="Links to sign in go there."
          error={wrong ? 'Write one mail address, such as name@example.org.' : undefined}
        >
          {(control) => (
            <input {...control} name="mail" type="email" autoComplete="email" required className="input" />
          )}
        </Field>
      </div>
    </>
  );
}
