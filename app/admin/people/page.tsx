import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { siteSettings } from '@/features/settings/queries';
import { roleMeanings, roleNames } from '@/features/staff/input';
import { InviteForm, PersonControls } from '@/features/staff/people-forms';
import { allStaff } from '@/features/staff/queries';
import { dayInWords } from '@/lib/time';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const person = await requirePerson('manage-people');
  const [people, { zone }] = await Promise.all([allStaff(), siteSettings()]);
  return (
    <>
      <h1>People</h1>
      <p className="measure mt-2 text-ink-2">
        Who may sign in, and what they may do. Nobody is deleted, since the log names them: disable who
        leaves.
      </p>
      <ul className="mt-6 divide-y divide-hairline border-y border-hairline">
        {people.map((each) => (
          <li key={each.id} className="py-4">
            <h2 className="text-lg">
              <bdi>{each.name}</bdi>
              {each.id === person.id && ' (you)'}
            </h2>
            <p className="meta">
              {each.mail} · {roleNames[each.role]}, {roleMeanings[each.role]}
              {each.disabledAt && ` · disabled on ${dayInWords(each.disabledAt, zone)}`}
            </p>
            <p className="meta">
              {each.lastSignedInAt
                ? `Last signed in on ${dayInWords(each.lastSignedInAt, zone)}`
                : 'Has not signed in yet'}
              {each.sessions > 0 &&
                ` · signed in at ${each.sessions} ${each.sessions === 1 ? 'browser' : 'browsers'}`}
            </p>
            <PersonControls
              person={{
                id: each.id,
                name: each.name,
                role: each.role,
                disabled: each.disabledAt !== null,
                sessions: each.sessions,
              }}
            />
          </li>
        ))}
      </ul>
      <section className="section measure" aria-labelledby="invite">
        <h2 id="invite">Invite somebody</h2>
        <p className="mt-1 text-ink-2">They get a mail with a link that is good for three days.</p>
        <div className="mt-4">
          <InviteForm />
        </div>
      </section>
    </>
  );
}
