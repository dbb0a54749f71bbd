import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { siteSettings } from '@/features/settings/queries';
import { browserName } from '@/features/staff/browser-name';
import { EndSessionButton } from '@/features/staff/end-session-button';
import { roleMeanings, roleNames } from '@/features/staff/input';
import { sessionsOf } from '@/features/staff/queries';
import { dayInWords, timeIn } from '@/lib/time';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const person = await requirePerson();
  const [sessions, { zone }] = await Promise.all([sessionsOf(person.id), siteSettings()]);
  return (
    <>
      <h1>Your account</h1>
      <p className="mt-2">
        <bdi>{person.name}</bdi>, {person.mail}
      </p>
      <p className="meta">
        {roleNames[person.role]}: {roleMeanings[person.role]}
      </p>
      <section className="section" aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        <ul className="mt-4 divide-y divide-hairline border-y border-hairline">
          {sessions.map(({ id, userAgent, createdAt, seenAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-4 py-3">
              <div>
                <p>
                  {browserName(userAgent)}
                  {id === person.sessionId && ' (this one)'}
                </p>
                <p className="meta">
                  Since {dayInWords(createdAt, zone)}, {timeIn(createdAt, zone)}; last seen{' '}
                  {dayInWords(seenAt, zone)}, {timeIn(seenAt, zone)}
                </p>
              </div>
              {id !== person.sessionId && <EndSessionButton sessionId={id} name={browserName(userAgent)} />}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
