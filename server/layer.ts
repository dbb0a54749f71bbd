/**
 * Addresses and what is there, each by the item whose it is: an item's can be replaced without looking at the others'. One
 * address can be that of several items, such as a file that two pages offer.
 */
export class Layer<Place> {
  #at = new Map<string, { place: Place; owners: Set<string> }>();
  #of = new Map<string, string[]>();

  at(path: string): Place | undefined {
    return this.#at.get(path)?.place;
  }

  replace(owner: string, places: [path: string, place: Place][]) {
    for (const path of this.#of.get(owner) ?? []) this.#leave(path, owner);
    if (places.length === 0) this.#of.delete(owner);
    else
      this.#of.set(
        owner,
        places.map(([path]) => path),
      );
    for (const [path, place] of places) {
      const there = this.#at.get(path);
      this.#at.set(path, { place, owners: (there?.owners ?? new Set()).add(owner) });
    }
  }

  clear() {
    this.#at.clear();
    this.#of.clear();
  }

  #leave(path: string, owner: string) {
    const there = this.#at.get(path);
    there?.owners.delete(owner);
    if (there?.owners.size === 0) this.#at.delete(path);
  }
}
