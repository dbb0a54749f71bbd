'use client';

import { StartField } from '@/features/webinars/admin/start-field';
import type { WebinarDraft } from '../draft';
import type { ResourcePart } from './form-part';
import { ChoiceField, LineField } from './line-field';

type Props = ResourcePart & {
  /** Then its time and registration change by acts of their own, on a page of their own. */
  announced: boolean;
  base: string;
};

/** When it is, how one takes part, and what it costs. */
export function WebinarFields({ draft, update, errorOf, announced, base }: Props) {
  const { webinar } = draft;
  if (!webinar) return null;
  const change = (patch: Partial<WebinarDraft>) => update({ webinar: { ...webinar, ...patch } });
  return (
    <fieldset className="field-group">
      <legend className="legend">Webinar</legend>
      {announced ? (
        <p className="notice mt-2">
          It is announced. Its time, registration, room and recording change at once, on the page{' '}
          <a href={`${base}/course`}>Time and state</a>.
        </p>
      ) : (
        <>
          <StartField
            id="start"
            zoneId="zone"
            label="Start"
            value={webinar}
            onChange={({ local, zone, offset }) => change({ local, zone, offset })}
            errorOf={errorOf}
          />
          <LineField
            id="minutes"
            type="number"
            label="Length in minutes"
            error={errorOf('minutes')}
            value={String(webinar.minutes ?? '')}
            onChange={(value) =>
              change({
                minutes: /^\d{1,5}$/.test(value) ? Number(value) : value === '' ? null : webinar.minutes,
              })
            }
          />
          <ChoiceField
            id="registration"
            label="Registration"
            value={webinar.registration}
            onChange={(registration) =>
              change({ registration: registration as WebinarDraft['registration'] })
            }
            choices={[
              { value: 'none', name: 'Nobody needs to register' },
              { value: 'external', name: 'Elsewhere, by a link' },
            ]}
          />
          {webinar.registration === 'external' && (
            <LineField
              id="registrationUrl"
              type="url"
              label="Address where one registers"
              error={errorOf('registrationUrl')}
              value={webinar.registrationUrl}
              onChange={(registrationUrl) => change({ registrationUrl })}
            />
          )}
        </>
      )}
      <div className="field-group grid gap-4 md:grid-cols-2">
        <LineField
          id="cost"
          most={200}
          label="Cost"
          hint="Such as “Free”."
          value={webinar.cost}
          onChange={(cost) => change({ cost })}
        />
        <LineField
          id="contactHours"
          most={200}
          label="Contact hours"
          hint="Such as “1 hour”."
          value={webinar.contactHours}
          onChange={(contactHours) => change({ contactHours })}
        />
      </div>
      <label className="check mt-4">
        <input
          type="checkbox"
          checked={webinar.captions}
          onChange={({ target }) => change({ captions: target.checked })}
        />
        There will be live captions
      </label>
    </fieldset>
  );
}
