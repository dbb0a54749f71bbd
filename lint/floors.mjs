/** Packages of the table that the project may not have, or not yet. */
const notNeeded = ['nodemailer', 'next-auth'];

/**
 * The lowest safe version of a package is in lint/floors.json. Every copy of it in the lock file must reach that, and
 * so must one that goes by another name.
 * @param {Record<string, string>} floors
 * @param {{ packages: Record<string, { name?: string, version?: string }> }} lock
 */
export function belowFloors(floors, lock) {
  const copies = Object.entries(lock.packages).map(([place, { name, version = '' }]) => ({
    place,
    name: name ?? place.split('node_modules/').at(-1) ?? '',
    version,
  }));
  return Object.entries(floors).flatMap(([name, floor]) => {
    const found = copies.filter((copy) => copy.name === name);
    if (found.length === 0 && !notNeeded.includes(name)) return [`${name}: the lock file has none`];
    return found
      .filter(({ version }) => compareVersions(version, floor) < 0)
      .map(({ place, version }) => `${place}: ${name} ${version} is below ${floor}`);
  });
}

/** Below zero where the first is lower, by the precedence of Semantic Versioning 2.0.0, section 11. @param {string} one @param {string} other */
export function compareVersions(one, other) {
  const [a, b] = [partsOf(one), partsOf(other)];
  return (
    compareParts(a.core, b.core) ||
    // A version before its release is lower than it.
    Number(a.pre.length === 0) - Number(b.pre.length === 0) ||
    compareParts(a.pre, b.pre)
  );
}

/** @param {string} version */
function partsOf(version) {
  const [, core, pre] = /^(\d+\.\d+\.\d+)(?:-([\w.-]+))?(?:\+.*)?$/.exec(version) ?? [];
  if (!core) throw new Error(`not a version: ${version}`);
  return { core: core.split('.'), pre: pre?.split('.') ?? [] };
}

/** @param {string[]} some @param {string[]} others */
function compareParts(some, others) {
  for (const [index, one] of some.entries()) {
    const other = others[index];
    if (other === undefined) return 1;
    const order = comparePart(one, other);
    if (order !== 0) return order;
  }
  return some.length - others.length;
}

/** Numbers by value and below words, words by their letters. @param {string} one @param {string} other */
function comparePart(one, other) {
  const [a, b] = [one, other].map((part) => (/^\d+$/.test(part) ? Number(part) : undefined));
  if (a !== undefined && b !== undefined) return a - b;
  if (a !== undefined || b !== undefined) return a === undefined ? 1 : -1;
  return one < other ? -1 : Number(one > other);
}
