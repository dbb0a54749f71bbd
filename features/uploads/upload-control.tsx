'use client';

import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Field } from '@/components/admin/field';
import { limitInWords } from '@/lib/accepted-files';
import { fileSize } from '@/lib/file-size';
import { sendFile } from './send-file';

type Props<Done> = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Endings or media types that the browser's own dialog shows; what is taken is told by the server. */
  accept: string;
  address: string;
  megabytes: number;
  /** Gives back what is said when it is there. */
  onDone: (done: Done) => string;
  /** What else can be said of a refusal that names something. */
  about?: (id: number) => ReactNode;
};
type State = { sending?: string; said?: string; refused?: string; id?: number | undefined };

/** A file by a button or dropped, with how far it is in words, a way to stop, and what is wrong with it. */
export function UploadControl<Done>({ id, label, hint, about, ...props }: Props<Done>) {
  const [state, setState] = useState<State>({});
  const [over, setOver] = useState(false);
  const controller = useRef<AbortController>(null);

  async function take(files: FileList | null) {
    const [file, ...others] = files ?? [];
    if (!file) return;
    if (controller.current) return setState((now) => ({ ...now, refused: busy }));
    if (others.length > 0) return setState({ refused: 'One file at a time: choose or drop a single one.' });
    if (file.size > props.megabytes * 1_000_000)
      return setState({ refused: tooLarge(file, props.megabytes) });
    const stop = new AbortController();
    controller.current = stop;
    const onProgress = everyTwoSeconds(file, (sending) => setState({ sending }));
    onProgress(0);
    const answer = await sendFile<Done>({ address: props.address, file, onProgress, signal: stop.signal });
    controller.current = null;
    if (answer === 'cancelled') setState({ said: 'Cancelled. Nothing was stored.' });
    else if ('refused' in answer) setState({ refused: answer.refused.sentence, id: answer.refused.id });
    else setState({ said: props.onDone(answer.done) });
  }

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    await take(currentTarget.files);
    // So that the same file can be chosen again.
    currentTarget.value = '';
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the first is the control in it
    <div
      className={`rounded-control border border-dashed p-4 ${over ? 'border-ink bg-sunk' : 'border-control'}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field id={id} label={label} hint={<>{hint} You can also drop it here.</>} error={state.refused}>
        {(control) => (
          <input {...control} type="file" className="input" accept={props.accept} onChange={choose} />
        )}
      </Field>
      {state.id !== undefined && about && <p className="mt-2">{about(state.id)}</p>}
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <span role="status" className="meta">
          {state.sending ?? state.said}
          <span className="sr-only">{state.refused}</span>
        </span>
        {state.sending !== undefined && (
          <button
            type="button"
            className="button-quiet button-small"
            onClick={() => controller.current?.abort()}
          >
            Cancel the upload
          </button>
        )}
      </p>
    </div>
  );
}

/** Whoever listens to it is not to hear every packet. */
function everyTwoSeconds({ name, size }: File, say: (words: string) => void) {
  let last = 0;
  return (sent: number) => {
    if (sent >= size && size > 0) return say(`${name} has been sent. It is being looked at.`);
    if (Date.now() - last < 2000) return;
    last = Date.now();
    say(`Sending ${name}: ${fileSize(sent)} of ${fileSize(size)}`);
  };
}

const busy = 'Another file is being sent. Wait for it, or cancel it.';

const tooLarge = (file: File, megabytes: number) =>
  `A file may have ${limitInWords(megabytes)} at most here, and ${file.name} has ${fileSize(file.size)}.`;
