import type { Draft } from '../draft';
import type { Conflict, Saved } from '../mutations';
import { sameDraft } from './same-draft';

/** A save goes out this long after the last change, and at the latest this long after the first. */
const QUIET = 1_000;
const LATEST = 1_800;
/** Seconds between tries while the server does not answer. */
const PAUSES = [1, 2, 5, 10, 30];

export type SaveState =
  /** What is here is what the server has. */
  | { is: 'saved'; at: string }
  | { is: 'changed' }
  | { is: 'saving' }
  /** The server does not answer; the next try is on its way. */
  | { is: 'waiting' }
  | { is: 'signed-out' }
  | { is: 'refused'; sentence: string }
  | { is: 'conflict'; conflict: Conflict };

export type SaveAnswer = { done?: Saved; refused?: { why: string; sentence: string } | undefined };

const renewed: SaveState = {
  is: 'refused',
  sentence: 'the site was renewed meanwhile. Load this page again; what you typed is kept in this browser.',
};

type Options = {
  lockVersion: number;
  savedAt: string;
  save: (content: Draft, lockVersion: number) => Promise<SaveAnswer>;
  onState: (state: SaveState) => void;
  /** Called when the server has this content; newer one may have been typed meanwhile. */
  onSaved: (content: Draft) => void;
  /** Whether a failure says that the site was deployed anew, so that this page can no longer save. */
  isRenewed?: (error: unknown) => boolean;
};

/**
 * Saves what is typed: one save in flight at a time, each from the version that the one before it made. After a
 * conflict nothing is saved until a person has decided.
 */
export class Autosave {
  #content: Draft | undefined;
  #lockVersion: number;
  #firstChange = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | undefined;
  #failures = 0;
  /** Sent without an answer: the server may have it all the same. */
  #unanswered: Draft[] = [];
  #retrying = false;
  #state: SaveState;

  constructor(private readonly options: Options) {
    this.#lockVersion = options.lockVersion;
    this.#state = { is: 'saved', at: options.savedAt };
  }

  get state(): SaveState {
    return this.#state;
  }

  get lockVersion(): number {
    return this.#lockVersion;
  }

  /** Whether something is here that the server does not have. */
  get isDirty(): boolean {
    return this.#content !== undefined || this.#flight !== undefined;
  }

  change(content: Draft) {
    const isFirst = this.#content === undefined;
    this.#content = content;
    if (this.#state.is === 'conflict') return;
    const now = Date.now();
    if (isFirst) this.#firstChange = now;
    if (this.#state.is === 'saved' || this.#state.is === 'refused') this.#tell({ is: 'changed' });
    // The next try takes along what was typed: typing must not hasten it.
    if (this.#retrying) return;
    this.#in(Math.max(0, Math.min(QUIET, this.#firstChange + LATEST - now)));
  }

  /** Saves at once; says whether the server has everything now. */
  async flush(): Promise<boolean> {
    for (let tries = 0; this.isDirty && tries < 3; tries += 1) {
      if (this.#state.is === 'conflict') return false;
      if (this.#flight) await this.#flight;
      else await this.#send();
    }
    return !this.isDirty;
  }

  /** Goes on from the version that a person chose to build on. */
  goOn(lockVersion: number, savedAt: string) {
    this.#lockVersion = lockVersion;
    this.#content = undefined;
    this.#tell({ is: 'saved', at: savedAt });
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #in(milliseconds: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#retrying = false;
      void this.#send();
    }, milliseconds);
  }

  async #send() {
    if (this.#flight || this.#content === undefined || this.#state.is === 'conflict') return;
    const content = this.#content;
    this.#content = undefined;
    this.#tell({ is: 'saving' });
    this.#flight = this.options
      .save(content, this.#lockVersion)
      .then(
        (answer) => this.#answered(content, answer),
        (error) => {
          this.#unanswered.push(content);
          this.#failed(content, this.options.isRenewed?.(error) ? renewed : { is: 'waiting' });
        },
      )
      .finally(() => {
        this.#flight = undefined;
      });
    await this.#flight;
    if (this.#content !== undefined && this.#state.is === 'changed') this.#in(QUIET);
  }

  #answered(content: Draft, { done, refused }: SaveAnswer) {
    if (refused) {
      const { why, sentence } = refused;
      return this.#failed(content, why === 'signed-out' ? { is: 'signed-out' } : { is: 'refused', sentence });
    }
    if (done && 'conflict' in done) {
      const { conflict } = done;
      const own = this.#unanswered.some((sent) => sameDraft(sent, conflict.content));
      this.#unanswered = [];
      if (own) {
        // It was stored, and its answer was lost: nobody else wrote.
        this.#lockVersion = conflict.lockVersion;
        this.#content ??= content;
        return this.#tell({ is: 'changed' });
      }
      this.#content ??= content;
      return this.#tell({ is: 'conflict', conflict });
    }
    if (!done) return this.#failed(content, { is: 'waiting' });
    this.#failures = 0;
    this.#unanswered = [];
    this.#lockVersion = done.saved.lockVersion;
    this.options.onSaved(content);
    if (this.#content === undefined) {
      return this.#tell({ is: 'saved', at: done.saved.savedAt });
    }
    this.#firstChange = Date.now();
    this.#tell({ is: 'changed' });
  }

  /** What was not saved is tried again with whatever was typed since. */
  #failed(content: Draft, state: SaveState) {
    this.#content ??= content;
    this.#tell(state);
    // What the server refuses as it is waits for the next change.
    if (state.is === 'refused') return;
    const seconds = PAUSES[Math.min(this.#failures, PAUSES.length - 1)] ?? 30;
    this.#failures += 1;
    this.#retrying = true;
    this.#in(seconds * 1_000);
  }

  #tell(state: SaveState) {
    this.#state = state;
    this.options.onState(state);
  }
}
