'use client';

import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ErrorSummary } from '@/components/admin/error-summary';
import type { ChosenPhoto } from '@/features/writing/wish';
import { saveRevisionAction, saveWorkingCopyAction, submitAction } from '../actions';
import type { Draft } from '../draft';
import type { Conflict } from '../mutations';
import type { Owner } from '../owner-name';
import { Autosave, type SaveState } from './autosave';
import { type Backstop, dropBackstop, keepBackstop, readBackstop } from './backstop';
import { BackstopNotice } from './backstop-notice';
import { ConflictScreen } from './conflict-screen';
import type { Choices, Kind, Part, ResourcePart, TopicPart } from './form-part';
import { HeadFields } from './head-fields';
import { NoteDialog } from './note-dialog';
import { ResourceParts, TopicParts } from './parts';
import { sameDraft } from './same-draft';
import { StatusLine } from './status-line';
import { type SaveInput, waysOn } from './ways-on';

type Props = Owner &
  Choices & {
    kind: Kind;
    initial: { content: Draft; lockVersion: number; savedAt: string; savedBy: string | null };
    /** Then its address changes only on purpose. */
    everPublished: boolean;
    /** What visitors see now. */
    published: { address: string; at: string } | null;
    scheduled: { at: string; words: string } | null;
    submitted: string | null;
    mayPublish: boolean;
    /** Of a webinar. */
    announced: boolean;
    /** Where the item's pages are, such as `/admin/resources/12`. */
    base: string;
    errors?: { field: string; sentence: string }[];
  };

/** Where a topic, story, webinar or document is written: saved as it is typed, and never lost. */
export function EditingForm(props: Props) {
  const { of, id, kind, initial, published, mayPublish, announced, base, errors = [] } = props;
  const owner = useMemo(() => ({ of, id }), [of, id]);
  const [content, setContent] = useState<Draft>(initial.content);
  const [state, setState] = useState<SaveState>({ is: 'saved', at: initial.savedAt });
  const [copy, setCopy] = useState<Backstop>();
  const [unkept, setUnkept] = useState(false);
  const [photos, setPhotos] = useState(props.photos);
  /** Another one begins the writing field anew, with other content. */
  const [version, setVersion] = useState(0);
  const latest = useRef<Draft>(initial.content);
  const autosave = useRef<Autosave>(null);

  const begun = useRef(initial);

  useEffect(() => {
    const store = storage();
    const { content: given, lockVersion, savedAt } = begun.current;
    const saver = new Autosave({
      lockVersion,
      savedAt,
      save: (draft, at) => saveWorkingCopyAction({ of, id, lockVersion: at, content: draft } as SaveInput),
      onState: setState,
      onSaved: (saved) => {
        const kept = readBackstop(store, owner);
        if (kept && sameDraft(kept.content, saved)) dropBackstop(store, owner);
        // What was typed meanwhile now builds on another version.
        else if (!sameDraft(latest.current, saved))
          keepBackstop(store, owner, { content: latest.current, lockVersion: saver.lockVersion, at: now() });
      },
      isRenewed: unstable_isUnrecognizedActionError,
    });
    autosave.current = saver;
    const kept = readBackstop(store, owner);
    if (kept && sameDraft(kept.content, given)) dropBackstop(store, owner);
    else if (kept) setCopy(kept);
    const ask = (event: BeforeUnloadEvent) => saver.isDirty && event.preventDefault();
    const again = () => void saver.flush();
    window.addEventListener('beforeunload', ask);
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      saver.stop();
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [of, id, owner]);

  function take(next: Draft) {
    latest.current = next;
    setContent(next);
    const lockVersion = autosave.current?.lockVersion ?? initial.lockVersion;
    setUnkept(!keepBackstop(storage(), owner, { content: next, lockVersion, at: now() }));
    autosave.current?.change(next);
  }

  /** Content that was not typed here: the writing field takes it up. */
  function replace(next: Draft) {
    take(next);
    setVersion((number) => number + 1);
  }

  async function takeCopy(kept: Backstop) {
    setCopy(undefined);
    if (kept.lockVersion < initial.lockVersion) {
      // The server went on from another version meanwhile: both are shown.
      const { content: theirs, lockVersion, savedAt, savedBy } = initial;
      latest.current = kept.content;
      setContent(kept.content);
      setState({ is: 'conflict', conflict: { content: theirs, lockVersion, savedAt, savedBy } });
    } else replace(kept.content);
  }

  /** Leaves the page when everything is saved. */
  async function leaveFor(address: string) {
    if (await autosave.current?.flush()) location.assign(address);
  }

  /** A deliberate act on what is saved. */
  async function keep(action: typeof saveRevisionAction, note: string, done: (number: number) => string) {
    if (!(await autosave.current?.flush())) return 'Not done: what you typed is not saved yet.';
    const lockVersion = autosave.current?.lockVersion ?? 0;
    // What nobody has edited yet has no working copy: saving it makes one.
    if (lockVersion === 0) {
      autosave.current?.change(latest.current);
      if (!(await autosave.current?.flush())) return 'Not done: the server does not answer.';
    }
    const answer = await action({ ...owner, lockVersion: autosave.current?.lockVersion ?? 0, note }).catch(
      () => undefined,
    );
    if (answer?.done && 'number' in answer.done) return done(answer.done.number);
    if (answer?.done) return 'Not done: somebody saved another version. Load the page again.';
    return answer?.refused?.sentence ?? 'The server did not answer. Try again in a minute.';
  }

  const settle = (conflict: Conflict) => waysOn(conflict, { owner, mine: () => latest.current, go });
  function go(next: Draft, saved: { lockVersion: number; savedAt: string }) {
    autosave.current?.goOn(saved.lockVersion, saved.savedAt);
    dropBackstop(storage(), owner);
    latest.current = next;
    setContent(next);
    setVersion((number) => number + 1);
  }

  const errorOf = (field: string) => errors.find((error) => error.field === field)?.sentence;
  const update: Part['update'] = (change) => {
    const patch = typeof change === 'function' ? change(latest.current) : change;
    take({ ...latest.current, ...patch } as Draft);
  };
  const learn = (photo: ChosenPhoto) =>
    setPhotos((before) => ({ ...before, [photo.id]: { thumbnail: photo.thumbnail, credit: photo.credit } }));
  const part: Part = { kind, draft: content, update, errorOf, learn, choices: { ...props, photos } };

  if (state.is === 'conflict')
    return (
      <ConflictScreen
        mine={content}
        conflict={state.conflict}
        topics={props.topics}
        ways={settle(state.conflict)}
      />
    );
  return (
    <div className="mt-6">
      <ErrorSummary errors={errors} title="Before it can be published" />
      {copy && (
        <BackstopNotice
          copy={copy}
          server={initial.content}
          topics={props.topics}
          onUse={() => takeCopy(copy)}
          onDiscard={() => {
            dropBackstop(storage(), owner);
            setCopy(undefined);
          }}
        />
      )}
      {/* Until somebody has decided about the copy, nothing is typed over it. */}
      <div className="max-w-[60rem]" key={version} inert={copy !== undefined}>
        <HeadFields {...part} published={props.everPublished} />
        {'body' in content ? (
          <ResourceParts
            {...part}
            draft={content}
            update={update as ResourcePart['update']}
            announced={announced}
            base={base}
          />
        ) : (
          <TopicParts {...part} draft={content} update={update as TopicPart['update']} />
        )}
      </div>
      <div className="mt-8 flex flex-wrap gap-3">
        {mayPublish ? (
          <button type="button" className="button" onClick={() => leaveFor(`${base}/publish`)}>
            Check and publish
          </button>
        ) : (
          <NoteDialog
            id="submit-note"
            title="Submit for review"
            hint="For the editor who looks at it."
            submit="Submit"
            onSubmit={(note) => keep(submitAction, note, () => 'Submitted. An editor will look at it.')}
          >
            Submit for review
          </NoteDialog>
        )}
        <button type="button" className="button-quiet" onClick={() => leaveFor(`${base}/preview`)}>
          Preview
        </button>
        <NoteDialog
          id="revision-note"
          title="Save as a revision"
          hint="What is different, for whoever reads the history."
          submit="Save as a revision"
          onSubmit={(note) => keep(saveRevisionAction, note, (number) => `Saved as revision ${number}.`)}
        >
          Save as a revision
        </NoteDialog>
      </div>
      <StatusLine
        state={state}
        published={published}
        scheduled={props.scheduled}
        submitted={props.submitted}
        unkept={unkept}
      />
    </div>
  );
}

const now = () => new Date().toISOString();

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
