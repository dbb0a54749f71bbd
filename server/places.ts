import { tags } from '@/db/tags';
import { listAddresses, numbersIn } from '@/features/addresses/lists/queries';
import {
  allRedirects,
  fixedPages,
  type ItemAddresses,
  itemAddresses,
  type KnownFile,
  type Which,
} from '@/features/addresses/queries';
import { nextTurns, type Turn } from '@/features/webinars/queries';
import { expire, onChange } from '@/lib/freshness.mjs';
import { Layer } from './layer';
import { log } from './log';

export type Place =
  | { is: 'page' }
  | { is: 'withdrawn' }
  | { is: 'health'; of: 'live' | 'ready' }
  | { is: 'redirect'; to: string }
  | { is: 'attachment'; file: KnownFile }
  | { is: 'rendition'; key: string };

const ours = new Map<string, Place>([
  ...fixedPages.map((path): [string, Place] => [path, { is: 'page' }]),
  ['/health/live', { is: 'health', of: 'live' }],
  ['/health/ready', { is: 'health', of: 'ready' }],
]);

/** So many items at most are read by their numbers; from there on all are. */
const FEW = 50;

/**
 * Every public address, in memory: what is not in here does not exist, and is refused before anything is rendered. After
 * a change, those of the items that changed are read again; with the database away, the last known ones hold.
 */
export class Places {
  #pages = new Layer<Place>();
  #files = new Layer<Place>();
  #withdrawn = new Layer<Place>();
  #lists = new Layer<Place>();
  #redirects = new Map<string, Place & { is: 'redirect' }>();
  #turns: Turn[] = [];
  /** In milliseconds; Infinity where nothing is to come. */
  #nextTurn = Number.POSITIVE_INFINITY;
  #lookedAt = 0;
  #again: NodeJS.Timeout | undefined;
  #pending = new Set<string>();
  #reading: Promise<void> | undefined;
  #stop = onChange((changed) => (changed.includes(tags.addresses) ? this.#readAgain(changed) : undefined));

  /** `onPage` hears where the page of a topic or resource is that has just changed. */
  constructor(private readonly onPage: (path: string) => void = () => {}) {}

  at(path: string): Place | undefined {
    return (
      ours.get(path) ??
      this.#page(path) ??
      this.#files.at(path) ??
      this.#moved(path) ??
      this.#withdrawn.at(path)
    );
  }

  async load() {
    await this.#read('all');
  }

  /** For somebody who may have made this page a moment ago, in a process of which nothing has been heard yet. */
  async lookAgain(path: string): Promise<Place | undefined> {
    // Anybody can send a cookie that looks like a session's: not more often than this is worth it.
    if (Date.now() - this.#lookedAt < 1000) return this.at(path);
    this.#lookedAt = Date.now();
    await this.#readAgain([]);
    return this.at(path);
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

  stop() {
    clearTimeout(this.#again);
    this.#stop();
  }

  #page(path: string): Place | undefined {
    return this.#lists.at(path) ?? this.#pages.at(path);
  }

  /** Further pages of a topic that moved lead to the same page of it, or to its first where it has fewer. */
  #moved(path: string): Place | undefined {
    const moved = this.#redirects.get(path);
    if (moved) return moved;
    const [, first = '', further = ''] = /^(\/topics\/[a-z0-9-]+)(\/page\/\d+)$/.exec(path) ?? [];
    const base = this.#redirects.get(first);
    if (!base || this.#page(first)) return undefined;
    const to = base.to + further;
    return this.#page(to) ? { is: 'redirect', to } : base;
  }

  #setTurns(turns: Turn[]) {
    this.#turns = turns;
    this.#nextTurn = Math.min(...turns.map(({ at }) => at.getTime()));
  }

  /** One reading at a time, so that none undoes a later one: what changes during one is read by the next. */
  async #readAgain(changed: string[]): Promise<void> {
    for (const tag of changed) this.#pending.add(tag);
    const before = this.#reading;
    await before;
    // Somebody else who waited has taken this change along.
    if (this.#reading !== before) return this.#reading;
    const pending = new Set(this.#pending);
    this.#pending.clear();
    this.#reading = this.#tryToRead(pending);
    return this.#reading;
  }

  async #tryToRead(changed: Set<string>) {
    try {
      await this.#read(isFew(changed) ? changed : 'all');
    } catch (error) {
      log.fault('the addresses could not be read; the last known ones hold until they can', error);
      clearTimeout(this.#again);
      this.#again = setTimeout(() => void this.#readAgain([]), 1000).unref();
    }
  }

  async #read(changed: Set<string> | 'all') {
    const which = whichOf(changed);
    const [items, lists, redirects, turns] = await Promise.all([
      itemAddresses(which),
      listAddresses(changed),
      allRedirects(),
      changed === 'all' || changed.has(tags.kindList('webinar')) ? nextTurns() : undefined,
    ]);
    if (which === 'all')
      for (const layer of [this.#pages, this.#files, this.#withdrawn, this.#lists]) layer.clear();
    else for (const owner of ownersOf(which)) this.#replace({ owner });
    for (const item of items) {
      this.#replace(item);
      if (which !== 'all' && item.page && !item.owner.startsWith('photo:')) this.onPage(item.page);
    }
    for (const { owner, pages } of lists)
      this.#lists.replace(
        owner,
        pages.map((path) => [path, { is: 'page' }]),
      );
    this.#redirects = new Map(redirects.map(({ from, to }) => [from, { is: 'redirect', to }]));
    if (!turns) return;
    // A turn that has come and was not taken yet is no longer among the next ones.
    const due = this.#turns.filter(({ at }) => at <= new Date());
    this.#setTurns([...due, ...turns]);
  }

  #replace({ owner, page, withdrawn, files = [], renditions = [] }: ItemAddresses) {
    this.#pages.replace(owner, page ? [[page, { is: 'page' }]] : []);
    this.#withdrawn.replace(owner, withdrawn ? [[withdrawn, { is: 'withdrawn' }]] : []);
    this.#files.replace(owner, [
      ...files.map(({ path, key, name, mediaType }): [string, Place] => [
        path,
        { is: 'attachment', file: { key, name, mediaType } },
      ]),
      ...renditions.map(({ path, key }): [string, Place] => [path, { is: 'rendition', key }]),
    ]);
  }
}

const items = /^(resource|topic|photo):/;

/** Whether it is worth while to read by numbers; a change that names no item is one of all. */
function isFew(changed: Set<string>): boolean {
  const found = [...changed].filter((tag) => items.test(tag)).length;
  return found > 0 && found <= FEW;
}

function whichOf(changed: Set<string> | 'all'): Which {
  if (changed === 'all') return 'all';
  const numbers = (kind: string) => {
    const found = numbersIn(changed, kind);
    return found === 'all' ? [] : found;
  };
  return { resources: numbers('resource'), topics: numbers('topic'), photos: numbers('photo') };
}

const ownersOf = (which: Exclude<Which, 'all'>) => [
  ...which.resources.map(tags.resource),
  ...which.topics.map(tags.topic),
  ...which.photos.map(tags.photo),
];
