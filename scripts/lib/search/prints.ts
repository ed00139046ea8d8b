/*
 * Quotes are found through fingerprints: of every five neighbouring pairs of words the one with the lowest hash is
 * kept (winnowing; Schleimer, Wilkerson, Aiken 2003). Text and quote keep the same ones, so six quoted words always
 * share one with the page that has them, at a third of the cost of all pairs.
 */
const WINDOW = 5;
const ALPHABET = 26;

/**
 * The fingerprints of a run of words, as terms of the index; none for fewer than six words.
 *
 * @example printsOf(['hoi', 'nghi', 'so', 'ket', 'cong', 'tac']).length // 1
 */
export function printsOf(terms: readonly string[]): readonly string[] {
  const hashes: number[] = [];
  for (let index = 0; index + 1 < terms.length; index += 1)
    hashes.push(hashOf(terms[index] ?? "", terms[index + 1] ?? ""));
  const prints = new Set<string>();
  for (let start = 0; start + WINDOW <= hashes.length; start += 1) {
    let lowest = Number.POSITIVE_INFINITY;
    for (let at = start; at < start + WINDOW; at += 1) lowest = Math.min(lowest, hashes[at] ?? lowest);
    prints.add(spell(lowest));
  }
  return [...prints];
}

/** FNV-1a, its bits mixed once more because only some of them are spelled. */
function hashOf(first: string, second: string): number {
  let hash = 0x811c9dc5;
  for (const text of [first, second]) {
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12)) >>> 0;
}

function spell(hash: number): string {
  const letter = (value: number): string => String.fromCharCode(97 + (value % ALPHABET));
  return `qs${letter(hash)}${letter(Math.floor(hash / ALPHABET))}${letter(Math.floor(hash / ALPHABET ** 2))}`;
}
