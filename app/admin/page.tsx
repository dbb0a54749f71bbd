import type { Metadata } from 'next';
import { authorize } from '@/auth/authorize';
import { requirePerson } from '@/auth/guards';
import { DeskSection } from '@/features/desk/desk-section';
import { deskOf, refusedSchedules, workerSeenAt } from '@/features/desk/queries';
import { StartButtons } from '@/features/resources/admin/start-buttons';
import { siteSettings } from '@/features/settings/queries';
import { dayInWords, timeIn } from '@/lib/time';

export const metadata: Metadata = { title: 'Desk' };

export default async function DeskPage() {
  const person = await requirePerson();
  const mayPublish = authorize(person, 'publish');
  const [desk, { zone }, seenAt, refused] = await Promise.all([
    deskOf(person),
    siteSettings(),
    workerSeenAt(),
    mayPublish ? refusedSchedules() : [],
  ]);
  const workerIsAway = !seenAt || Date.now() - seenAt.getTime() > 120_000;
  return (
    <>
      <h1>Desk</h1>
      <p className="mt-1 text-ink-2">What is due now.</p>
      {workerIsAway && (
        <p className="notice notice-warn mt-6">
          The worker{' '}
          {seenAt
            ? `was last seen on ${dayInWords(seenAt, zone)}, ${timeIn(seenAt, zone)}`
            : 'was never seen'}
          . Until it runs, no mail leaves and nothing is published at its set time. Tell whoever runs the
          server.
        </p>
      )}
      {refused.length > 0 && (
        <div className="notice notice-warn mt-6">
          <p>These could not be published when their time came:</p>
          <ul className="mt-1">
            {refused.map(({ id, topicId, resourceId, title, refusal }) => (
              <li key={id}>
                <a href={topicId ? `/admin/topics/${topicId}` : `/admin/resources/${resourceId}`}>
                  {title || 'Without a title'}
                </a>
                : {refusal}
              </li>
            ))}
          </ul>
        </div>
      )}
      <StartButtons mayStartTopics={authorize(person, 'create-topic')} />
      <DeskSection
        id="drafts"
        title="My drafts"
        items={desk.drafts}
        zone={zone}
        empty="What you begin to write and have not published stands here. Everything is saved as you type."
      />
      <DeskSection
        id="submitted"
        title="Submitted for review"
        items={desk.submitted}
        zone={zone}
        empty={
          mayPublish
            ? 'When a contributor asks for something to be published, it stands here for you to look at.'
            : 'When you submit something for review, it stands here until an editor has published it.'
        }
      />
      <DeskSection
        id="scheduled"
        title="Scheduled"
        items={desk.scheduled}
        zone={zone}
        empty="What is to be published at a set time stands here until then."
      />
      <DeskSection
        id="recordings"
        title="Webinars without a recording"
        items={desk.recordings}
        zone={zone}
        empty="A webinar that was held more than three days ago and has no recording stands here."
      />
      <DeskSection
        id="captions"
        title="Recordings without captions"
        items={desk.captions}
        zone={zone}
        empty="Every recording has captions. One without them would stand here."
      />
      <section className="section" aria-labelledby="photos">
        <h2 id="photos">Photos without a file or a credit</h2>
        {desk.photos.length === 0 ? (
          <p className="measure mt-2 text-ink-2">
            Every photo has its file, and somebody confirmed each credit. What is missing would stand here.
          </p>
        ) : (
          <ul className="mt-2 divide-y divide-hairline">
            {desk.photos.map(({ id, title, hasFile }) => (
              <li key={id} className="py-3">
                <a href={`/admin/photos/${id}`} className="inline-flex min-h-6 font-semibold">
                  {title ?? `Photo ${id}`}
                </a>
                <p className="meta">{hasFile ? 'Nobody has confirmed its credit' : 'Its file is owed'}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <DeskSection
        id="reviews"
        title="Due for another look"
        items={desk.reviews}
        zone={zone}
        empty="Pages whose review date has passed stand here."
      />
    </>
  );
}
