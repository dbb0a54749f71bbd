'use client';

import { useState } from 'react';
import { ActionButton, ActionField, ActionForm } from '@/components/admin/action-form';
import { ErrorSummary } from '@/components/admin/error-summary';
import { cancelScheduleAction, endReviewAction } from './actions';
import type { Owner } from './owner-name';
import { ScheduleForm } from './schedule-form';

type Answer<Done> = {
  done?: Done;
  refused?: { sentence: string; errors: { field: string; sentence: string }[] } | undefined;
};

type Props = {
  owner: Owner;
  lockVersion: number;
  publish: (input: {
    id: number;
    lockVersion: number;
    withdrawn: boolean;
  }) => Promise<Answer<{ number: number; address: string }>>;
  withdraw: (input: { id: number; reason: string; redirectTo: string }) => Promise<Answer<unknown>>;
  trash: { action: (input: never) => Promise<Answer<unknown>>; given: Record<string, unknown> };
  /** Nothing must be mended first. */
  ready: boolean;
  isPublic: boolean;
  withdrawn: boolean;
  first: boolean;
  address: string;
  /** The address that visitors know, when it is to change. */
  moved: string | null;
  scheduled: string | null;
  zone: string;
  inReview: boolean;
  list: string;
};

/** Publishing now or later, and what takes a page off the site again. */
export function PublishForm(props: Props) {
  const { owner, ready, isPublic, first, address, moved, scheduled, trash, list } = props;
  return (
    <>
      <section className="section" aria-labelledby="now">
        <h2 id="now">Publish now</h2>
        <p className="mt-2">
          {first ? 'Visitors can read it at once, at ' : 'Visitors read the new version at once, at '}
          <strong className="break-all">{address}</strong>.
        </p>
        {moved && <p className="mt-2">Its old address, {moved}, will lead there.</p>}
        {ready ? (
          <PublishNow {...props} />
        ) : (
          <p className="notice notice-warn mt-4">
            It can be published when what stands under “Must be mended first” is mended.
          </p>
        )}
      </section>
      <section className="section" aria-labelledby="later">
        <h2 id="later">Publish at a set time</h2>
        {scheduled && (
          <div className="notice mt-4">
            <p>Set for {scheduled}.</p>
            <div className="mt-2">
              <ActionButton action={cancelScheduleAction} given={owner}>
                Take this time back
              </ActionButton>
            </div>
          </div>
        )}
        {ready && <ScheduleForm owner={owner} lockVersion={props.lockVersion} zone={props.zone} />}
      </section>
      {props.inReview && (
        <section className="section" aria-labelledby="review">
          <h2 id="review">Give it back</h2>
          <p className="mt-2">It leaves the list of what is submitted, and goes on as a draft.</p>
          <ActionForm
            action={endReviewAction}
            given={owner}
            submit="Give it back"
            done="Given back."
            then={list}
          >
            <ActionField name="note" label="A note for the log" />
          </ActionForm>
        </section>
      )}
      {isPublic && (
        <section className="section" aria-labelledby="withdraw">
          <h2 id="withdraw">Withdraw</h2>
          <p className="mt-2">
            It leaves the site. Its address says why, or leads to another page. It can be published again.
          </p>
          <div className="mt-4">
            <ActionForm
              action={props.withdraw}
              given={{ id: owner.id }}
              submit="Withdraw"
              done="Withdrawn."
              then={list}
              danger
            >
              <ActionField
                name="reason"
                label="Reason"
                hint="A sentence that visitors read at its address."
                long
              />
              <ActionField
                name="redirectTo"
                label="Lead visitors elsewhere instead"
                hint="An address of this site, such as /topics/partnerships. Leave it empty to show the reason."
              />
            </ActionForm>
          </div>
        </section>
      )}
      <section className="section" aria-labelledby="trash">
        <h2 id="trash">Put into the trash</h2>
        <p className="mt-2">It leaves the site and the lists, and can be restored for 30 days.</p>
        <div className="mt-4">
          <ActionButton
            action={trash.action}
            given={trash.given}
            then={list}
            danger
            small={false}
            ask={{
              question: 'Put this into the trash? It can be restored for 30 days.',
              yes: 'Put into the trash',
            }}
          >
            Put into the trash
          </ActionButton>
        </div>
      </section>
    </>
  );
}

function PublishNow({ owner, lockVersion, withdrawn, publish }: Props) {
  const [state, setState] = useState<{
    busy?: boolean;
    errors: { field: string; sentence: string }[];
    address?: string;
  }>({ errors: [] });

  async function go() {
    if (state.busy) return;
    setState({ busy: true, errors: [] });
    const answer = await publish({ id: owner.id, lockVersion, withdrawn }).catch(() => undefined);
    if (answer?.done) {
      setState({ errors: [], address: answer.done.address });
      return location.assign(answer.done.address);
    }
    const sentence =
      answer?.refused?.sentence ?? 'The server did not answer. Look whether it is public, then try again.';
    setState({ errors: [{ field: 'now', sentence }] });
  }

  return (
    <div className="mt-4">
      <ErrorSummary errors={state.errors} title="It was not published" />
      <button type="button" className="button" aria-disabled={state.busy} onClick={go}>
        Publish
      </button>
      <span role="status" className="meta ms-4">
        {state.address ? 'Published. Opening its page …' : state.busy ? 'Publishing …' : ''}
      </span>
    </div>
  );
}
