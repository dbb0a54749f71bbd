/**
 * What changed in this process, counted: every change gets the next number, and what was begun before it is old.
 * Numbers instead of clocks, so that no skew and no equal millisecond can keep an old page. The state hangs on
 * `globalThis`, since the bundle of the pages and the server around it each load this module.
 *
 * @typedef {{
 *   count: number,
 *   all: number,
 *   changed: Map<string, number>,
 *   removed: Map<string, number>,
 *   shown: Map<string, string[]>,
 *   hearers: Set<(tags: string[]) => unknown>,
 *   name: string,
 * }} Freshness
 */
const key = Symbol.for('commonshelf.freshness');
const holder = /** @type {Record<symbol, Freshness | undefined>} */ (/** @type {unknown} */ (globalThis));
holder[key] ??= {
  count: 0,
  all: 0,
  changed: new Map(),
  removed: new Map(),
  shown: new Map(),
  hearers: new Set(),
  name: crypto.randomUUID(),
};
const state = holder[key];

/** Tells the changes of this process from those of others. */
export const processName = state.name;

/** The number of the latest change. */
export const changeCount = () => state.count;

/**
 * What carries one of these tags is old from now on; resolves when all who listen have taken it in.
 * @param {Iterable<string>} tags
 * @param {{ removed?: Iterable<string> }} [of] the tags of what visitors are not to see again
 */
export async function expire(tags, { removed = [] } = {}) {
  const list = [...tags];
  if (list.length === 0) return;
  state.count += 1;
  for (const tag of list) state.changed.set(tag, state.count);
  for (const tag of removed) state.removed.set(tag, state.count);
  await Promise.all([...state.hearers].map((hear) => hear(list)));
}

/** Everything is old from now on: the net below the tags. */
export function expireAll() {
  state.count += 1;
  state.all = state.count;
}

/**
 * Whether one of the tags changed after the change numbered `since`.
 * @param {Iterable<string>} tags
 * @param {number} since
 */
export function changedSince(tags, since) {
  if (state.all > since) return true;
  for (const tag of tags) if ((state.changed.get(tag) ?? 0) > since) return true;
  return false;
}

/**
 * Whether something that one of the tags stands for was taken from the public after the change numbered `since`.
 * @param {Iterable<string>} tags
 * @param {number} since
 */
export function removedSince(tags, since) {
  for (const tag of tags) if ((state.removed.get(tag) ?? 0) > since) return true;
  return false;
}

/**
 * The tags of a page as it was last rendered or kept, by its path.
 * @param {string} path
 * @param {string[]} tags
 */
export const noteShown = (path, tags) => void state.shown.set(path, tags);
/** @param {string} path */
export const shownBy = (path) => state.shown.get(path);

/**
 * @param {(tags: string[]) => unknown} hear
 * @returns {() => void} stops listening
 */
export function onChange(hear) {
  state.hearers.add(hear);
  return () => state.hearers.delete(hear);
}
