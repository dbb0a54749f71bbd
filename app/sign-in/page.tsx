import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentPerson } from '@/auth/session';
import { Field } from '@/components/admin/field';
import { TYPED } from '@/features/staff/typed';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ wrong?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  if (await currentPerson()) redirect('/admin');
  const { wrong } = await searchParams;
  const typed = wrong ? (await cookies()).get(TYPED)?.value : undefined;
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return (
    <>
      <h1>Sign in</h1>
      <p className="mt-3">
        For staff. We send a link to your mail address; the button on its page signs you in. There is no
        password.
      </p>
      {wrong === 'often' && (
        <p className="notice notice-warn mt-6" role="alert">
          That was tried too often from here. Wait a quarter of an hour, then try again.
        </p>
      )}
      {wrong === 'away' && (
        <p className="notice notice-warn mt-6" role="alert">
          We cannot look you up just now, and nothing was sent. Try again in a minute.
        </p>
      )}
      <form method="post" action="/sign-in/link" className="mt-8">
        <Field
          id="mail"
          label="Mail address"
          error={wrong === 'mail' ? 'Write one mail address, such as name@example.org.' : undefined}
        >
          {(control) => (
            <input
              {...control}
              name="mail"
              type="email"
              autoComplete="email"
              required
              className="input"
              defaultValue={typed}
            />
          )}
        </Field>
        <p className="mt-6">
          <button type="submit" className="button">
            Send me a link
          </button>
        </p>
      </form>
      {OIDC_ISSUER && (
        <form method="post" action="/sign-in/provider" className="section">
          <p>If your organisation signs you in, no mail is needed.</p>
          <p className="mt-4">
            <button type="submit" className="button-quiet">
              Sign in with {OIDC_NAME}
            </button>
          </p>
        </form>
      )}
    </>
  );
}
