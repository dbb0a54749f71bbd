import { changeCount } from '@/lib/freshness.mjs';

/** For each path that is being asked for, the change that was the latest when the oldest of its requests began. */
export class UnderWay {
  #paths = new Map<string, number[]>();

  begin(path: string): { since: number; done: () => void } {
    const begun = this.#paths.get(path) ?? [];
    this.#paths.set(path, begun);
    const mine = changeCount();
    begun.push(mine);
    return {
      since: Math.min(...begun),
      done: () => {
        begun.splice(begun.indexOf(mine), 1);
        if (begun.length === 0) this.#paths.delete(path);
      },
    };
  }
}
