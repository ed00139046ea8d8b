/*
 * Quotes are found through fingerprints: of every six neighbouring pairs of words the one with the lowest hash is
 * kept (winnowing; Schleimer, Wilkerson, Aiken 2003). Text and quote keep the same ones, so seven quoted words always
 * share one with the page that has them, at a third of the cost of all pairs.
 */
const WINDOW = 6;
const ALPHABET = 26;

/**
 * The fingerprints of a run of words, as terms of the index; none for fewer than seven words.
 *
 * @example printsOf(['hoi', 'nghi', 'so', 'ket', 'cong', 'tac', 'quy']).length // 1
 */
export function printsOf(terms: readonly string[]): readonly string[] {
  if (terms.length <= WINDOW) return [];
  const words = terms.map(hashOf);
  const pairs = words.slice(1).map((word, index) => mix(Math.imul(words[index] ?? 0, 31) ^ word));
  const prints = new Set<number>();
  for (let start = 0; start + WINDOW <= pairs.length; start += 1) {
    let lowest = Number.POSITIVE_INFINITY;
    for (let at = start; at < start + WINDOW; at += 1) lowest = Math.min(lowest, pairs[at] ?? lowest);
    prints.add(lowest);
  }
  return [...new Set([...prints].map(spell))];
}

/** FNV-1a. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index += 1)
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  return hash;
}

/** Spreads the bits: only some of them are spelled. */
function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 12)) >>> 0;
}

function spell(hash: number): string {
  const letter = (value: number): string => String.fromCharCode(97 + (value % ALPHABET));
  return `qs${letter(hash)}${letter(Math.floor(hash / ALPHABET))}${letter(Math.floor(hash / ALPHABET ** 2))}`;
}
