import { tags } from '@/db/tags';
import { type KnownFile, type PublicAddresses, publicAddresses } from '@/features/addresses/queries';
import { expire, onChange } from '@/lib/freshness.mjs';
import { log } from './log';

export type Place =
  | { is: 'page' }
  | { is: 'withdrawn' }
  | { is: 'health'; of: 'live' | 'ready' }
  | { is: 'redirect'; to: string }
  | { is: 'attachment'; file: KnownFile }
  | { is: 'rendition'; key: string };

const ours = new Map<string, Place>([
  ['/health/live', { is: 'health', of: 'live' }],
  ['/health/ready', { is: 'health', of: 'ready' }],
]);

/**
 * Every public address, in memory: what is not in here does not exist, and is refused before anything is rendered.
 * Reloaded when an address changes; with the database away, the last known ones hold.
 */
export class Places {
  #places = new Map<string, Place>();
  #turns: PublicAddresses['turns'] = [];
  /** In milliseconds; Infinity where nothing is to come. */
  #nextTurn = Number.POSITIVE_INFINITY;
  #again: NodeJS.Timeout | undefined;
  #begun = 0;
  #shown = 0;
  #stop = onChange((changed) => (changed.includes(tags.addresses) ? this.#reload() : undefined));

  at(path: string): Place | undefined {
    return ours.get(path) ?? this.#places.get(path) ?? this.#movedList(path);
  }

  /** Further pages of a topic that moved lead to the same page of it, or to its first where it has fewer. */
  #movedList(path: string): Place | undefined {
    const [, first = '', further = ''] = /^(\/topics\/[a-z0-9-]+)(\/page\/\d+)$/.exec(path) ?? [];
    const moved = this.#places.get(first);
    if (moved?.is !== 'redirect') return undefined;
    const to = moved.to + further;
    return this.#places.get(to)?.is === 'page' ? { is: 'redirect', to } : moved;
  }

  async load() {
    this.#begun += 1;
    const order = this.#begun;
    const known = await publicAddresses();
    // Of two readings at once, the one that began later saw more.
    if (order < this.#shown) return;
    this.#shown = order;
    const places = new Map<string, Place>();
    // In this order, so that a live page wins over a redirect from its address, and that over a withdrawn page.
    for (const path of known.withdrawn) places.set(path, { is: 'withdrawn' });
    for (const { from, to } of known.redirects) places.set(from, { is: 'redirect', to });
    for (const { address, key } of known.renditions) places.set(address, { is: 'rendition', key });
    for (const { path, ...file } of known.attachments) places.set(path, { is: 'attachment', file });
    for (const path of known.pages) places.set(path, { is: 'page' });
    this.#places = places;
    // A turn that has come and was not taken yet is no longer among the next ones.
    const due = this.#turns.filter(({ at }) => at <= new Date());
    this.#setTurns([...due, ...known.turns]);
  }

  /** Whether a webinar starts or ends at this moment, or did since anybody last looked. */
  isDue(now: number): boolean {
    return now >= this.#nextTurn;
  }

  /**
   * A webinar that has started or ended since is old now, to the millisecond: the worker's job follows for the other
   * processes and for what else hangs on it.
   */
  turn(now: Date) {
    const passed = this.#turns.filter(({ at }) => at <= now);
    if (passed.length === 0) return;
    this.#setTurns(this.#turns.filter(({ at }) => at > now));
    // What counts as old does so at once; nobody waits for the addresses to be read again.
    void expire(new Set(passed.flatMap((turn) => turn.tags)));
  }

  #setTurns(turns: PublicAddresses['turns']) {
    this.#turns = turns;
    this.#nextTurn = Math.min(...turns.map(({ at }) => at.getTime()));
  }

  stop() {
    clearTimeout(this.#again);
    this.#stop();
  }

  async #reload() {
    try {
      await this.load();
    } catch (error) {
      log.fault('the addresses could not be read; the last known ones hold until they can', error);
      clearTimeout(this.#again);
      this.#again = setTimeout(() => void this.#reload(), 1000).unref();
    }
  }
}
