import { saveRevisionAction, saveWorkingCopyAction } from '../actions';
import type { Draft } from '../draft';
import type { Conflict } from '../mutations';
import type { Owner } from '../owner-name';

export type SaveInput = Parameters<typeof saveWorkingCopyAction>[0];

type Settling = {
  owner: Owner;
  mine: () => Draft;
  go: (content: Draft, saved: { lockVersion: number; savedAt: string }) => void;
};

/** Three ways on from a conflict; each first keeps as a revision what it replaces. */
export function waysOn(conflict: Conflict, { owner, mine, go }: Settling) {
  const { content: theirs, lockVersion } = conflict;
  const who = conflict.savedBy ?? 'somebody else';
  const notDone =
    'Not done: somebody saved yet another version. Load the page again; your text is kept in this browser.';

  async function keep(at: number, note: string): Promise<boolean> {
    const answer = await saveRevisionAction({ ...owner, lockVersion: at, note });
    return answer.done !== undefined && 'number' in answer.done;
  }
  async function save(content: Draft, at: number) {
    const answer = await saveWorkingCopyAction({ ...owner, lockVersion: at, content } as SaveInput);
    return answer.done && 'saved' in answer.done ? answer.done.saved : undefined;
  }
  /** Theirs is a revision, then this is the working copy. */
  async function over(content: Draft): Promise<string | undefined> {
    if (!(await keep(lockVersion, `The version of ${who}, before it was replaced`))) return notDone;
    const saved = await save(content, lockVersion);
    if (!saved) return notDone;
    go(content, saved);
  }
  /** Mine is the working copy for a moment, so that it is a revision. */
  async function keepMineAside(): Promise<number | undefined> {
    if (!(await keep(lockVersion, `The version of ${who}`))) return undefined;
    const saved = await save(mine(), lockVersion);
    if (!saved || !(await keep(saved.lockVersion, 'A version that another was chosen over')))
      return undefined;
    return saved.lockVersion;
  }
  async function afterMine(content: Draft): Promise<string | undefined> {
    const at = await keepMineAside();
    const saved = at ? await save(content, at) : undefined;
    if (!saved) return notDone;
    go(content, saved);
  }
  return { keepMine: () => over(mine()), takeTheirs: () => afterMine(theirs), merge: afterMine };
}
