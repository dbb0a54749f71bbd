import { northAmericanTimes, timeRange, weekdayAndDay } from '@/lib/time';
import type { PublishedWebinar } from './queries';
import { captionsOf } from './recording';

/** When, your time, length, cost, captions, contact hours, and the one thing to do now. */
export function Panel({ webinar }: { webinar: PublishedWebinar }) {
  return (
    <section aria-label="About this webinar" className="mt-6 border-y border-hairline py-5">
      <State webinar={webinar} />
      <dl className="facts">
        <dt>When</dt>
        <dd>
          <When webinar={webinar} />
        </dd>
        <dt>Length</dt>
        <dd>{webinar.minutes === 1 ? '1 minute' : `${webinar.minutes} minutes`}</dd>
        {webinar.cost && (
          <>
            <dt>Cost</dt>
            <dd>{webinar.cost}</dd>
          </>
        )}
        <dt>Captions</dt>
        <dd>{captionsLine(webinar)}</dd>
        {webinar.contactHours && (
          <>
            <dt>Contact hours</dt>
            <dd>{webinar.contactHours}</dd>
          </>
        )}
      </dl>
      <NextStep webinar={webinar} />
    </section>
  );
}

/** What happened to it, in words, before anything else. */
function State({ webinar }: { webinar: PublishedWebinar }) {
  const says = {
    postponed: 'Postponed. A new time will be announced here.',
    cancelled: 'Cancelled.',
    'under-way': 'Under way now.',
    scheduled: null,
    held: null,
    recorded: null,
  }[webinar.phase];
  if (!says) return null;
  return (
    <div className={`callout mb-5 ${webinar.phase === 'under-way' ? 'callout-tip' : 'callout-warning'}`}>
      <p>
        <strong>{says}</strong> {webinar.stateReason}
      </p>
    </div>
  );
}

function When({ webinar }: { webinar: PublishedWebinar }) {
  const { startsAt, minutes, zone, phase } = webinar;
  const over = phase === 'postponed' || phase === 'cancelled';
  const others = northAmericanTimes(startsAt, zone);
  const time = (
    <>
      {weekdayAndDay(startsAt, zone)},{' '}
      <span className="whitespace-nowrap">{timeRange(startsAt, minutes, zone)}</span>
    </>
  );
  if (over)
    return (
      <>
        <span className="sr-only">It was planned for </span>
        <s>{time}</s>
      </>
    );
  return (
    <local-time datetime={startsAt} data-zone={zone}>
      <time dateTime={startsAt}>{time}</time>
      {others.length > 0 && <span className="meta">{others.map((other) => other.time).join(' · ')}</span>}
    </local-time>
  );
}

function captionsLine(webinar: PublishedWebinar): string {
  if (webinar.phase !== 'recorded') return webinar.captions ? 'Live captions' : 'None announced';
  const has = [captionsOf(webinar) && 'captions in the recording', webinar.transcript && 'transcript below'];
  const said = has.filter(Boolean).join(', ');
  return said ? said[0]?.toUpperCase() + said.slice(1) : 'None with the recording';
}

/** One primary action, whose word follows the state; none is better than a dead one. */
function NextStep({ webinar }: { webinar: PublishedWebinar }) {
  const { phase, registration, registrationUrl } = webinar;
  if (phase === 'recorded')
    return (
      <p className="mt-5">
        <a className="button" href="#recording">
          Watch the recording
        </a>
      </p>
    );
  if (phase === 'held')
    return (
      <p className="mt-5 text-ink-2">
        This webinar has been held. If a recording is made, it will stand here.
      </p>
    );
  if (phase === 'postponed' || phase === 'cancelled') return null;
  if (registration === 'external' && registrationUrl)
    return (
      <p className="mt-5">
        <a className="button" href={registrationUrl}>
          Register
        </a>
        <span className="meta mt-1 block">Registration is on {new URL(registrationUrl).hostname}.</span>
      </p>
    );
  if (phase === 'under-way') return null;
  return (
    <p className="mt-5 text-ink-2">
      {registration === 'none' ? 'No registration is needed.' : 'Registration is not open yet.'}
    </p>
  );
}
