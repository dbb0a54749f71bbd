'use client';

import { ActionField, ActionForm } from '@/components/admin/action-form';
import { changeCourseAction } from '../actions';
import type { Phase } from '../phase';
import { RescheduleForm } from './reschedule-form';

type Props = {
  id: number;
  phase: Phase;
  local: string;
  zone: string;
  minutes: number;
  roomUrl: string;
  registration: 'none' | 'external';
  registrationUrl: string;
  recordingUrl: string;
};

/** One form for each act, those that the webinar's state allows. */
export function CourseForms({
  id,
  phase,
  local,
  zone,
  minutes,
  roomUrl,
  registration,
  registrationUrl,
  recordingUrl,
}: Props) {
  const ahead = phase === 'scheduled' || phase === 'under-way' || phase === 'postponed';
  const over = phase === 'held' || phase === 'recorded';
  return (
    <div className="measure">
      {(ahead || over) && (
        <section className="section" aria-labelledby="reschedule">
          <h2 id="reschedule">{phase === 'postponed' ? 'Give it a new time' : 'Change the time'}</h2>
          <RescheduleForm id={id} local={local} zone={zone} minutes={minutes} />
        </section>
      )}
      {(phase === 'scheduled' || phase === 'under-way') && (
        <section className="section" aria-labelledby="postpone">
          <h2 id="postpone">Postpone</h2>
          <p className="mt-1">Not at that time, and no new time yet.</p>
          <ReasonForm id={id} to="postpone" submit="Postpone" done="Postponed." />
        </section>
      )}
      {ahead && (
        <section className="section" aria-labelledby="cancel">
          <h2 id="cancel">Cancel</h2>
          <p className="mt-1">Its page stays and says that it was cancelled. This cannot be taken back.</p>
          <ReasonForm id={id} to="cancel" submit="Cancel the webinar" done="Cancelled." />
        </section>
      )}
      {ahead && (
        <section className="section" aria-labelledby="registration">
          <h2 id="registration">Registration</h2>
          <ActionForm
            action={changeCourseAction}
            given={{ id, to: 'set-registration' }}
            submit="Change"
            done="Changed."
          >
            <ActionField
              name="registration"
              label="How one registers"
              value={registration}
              choices={[
                { value: 'none', name: 'Nobody needs to register' },
                { value: 'external', name: 'Elsewhere, by a link' },
              ]}
            />
            <ActionField
              name="registrationUrl"
              label="Address, if elsewhere"
              type="url"
              value={registrationUrl}
            />
          </ActionForm>
        </section>
      )}
      {ahead && (
        <section className="section" aria-labelledby="room">
          <h2 id="room">Room</h2>
          <ActionForm
            action={changeCourseAction}
            given={{ id, to: 'set-room' }}
            submit="Change the room"
            done="Changed."
          >
            <ActionField
              name="roomUrl"
              label="Address of the room"
              hint="Not shown to visitors. Leave it empty if there is none yet."
              type="url"
              value={roomUrl}
            />
          </ActionForm>
        </section>
      )}
      {over && (
        <section className="section" aria-labelledby="recording">
          <h2 id="recording">Recording</h2>
          <p className="mt-1">
            A file of type “recording” is added on the page Write and published; or say where the recording
            is. The transcript on the page is made from the file of its captions.
          </p>
          <ActionForm
            action={changeCourseAction}
            given={{ id, to: 'publish-recording' }}
            submit="Publish the recording"
            done="The page shows the recording."
          >
            <ActionField
              name="recordingUrl"
              label="Address of the recording"
              hint="Leave it empty if the recording is a file here."
              type="url"
              value={recordingUrl}
            />
          </ActionForm>
        </section>
      )}
    </div>
  );
}

type ReasonProps = { id: number; to: 'postpone' | 'cancel'; submit: string; done: string };

function ReasonForm({ id, to, submit, done }: ReasonProps) {
  return (
    <ActionForm action={changeCourseAction} given={{ id, to }} submit={submit} done={done} danger>
      <ActionField name="reason" label="Reason" hint="A sentence that visitors read." long />
    </ActionForm>
  );
}
