import { changeCount } from '@/lib/freshness.mjs';

/** For each path that is being asked for, the change that was the latest when the oldest of its requests began. */
export class UnderWay {
  #paths = new Map<string, { since: number; waiting: number }>();

  begin(path: string): { since: number; done: () => void } {
    const entry = this.#paths.get(path) ?? { since: changeCount(), waiting: 0 };
    this.#paths.set(path, entry);
    entry.waiting += 1;
    return {
      since: entry.since,
      done: () => {
        entry.waiting -= 1;
        if (entry.waiting === 0) this.#paths.delete(path);
      },
    };
  }
}
