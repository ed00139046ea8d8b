/** Words in one fingerprint. */
const RUN = 3;
/** Of so many runs side by side at least one is a fingerprint. */
const WINDOW = 3;
/** A quote of so many words is found for sure. */
export const SURE_LENGTH = WINDOW + RUN - 1;
/** Bits of a fingerprint: different runs may share one, and results are read before they are shown. */
export const FINGERPRINT_BITS = 17;

/** The fingerprints by which a quote is found. */
export interface QuoteFingerprints {
  /** Whether a text with the quote has all of them; of a short quote it may have some. */
  readonly sure: boolean;
  readonly all: readonly number[];
}

/**
 * The numbers by which a text is found when a run of its words is quoted: of every three runs of three words
 * side by side the one with the lowest hash (Schleimer, Wilkerson and Aiken, “Winnowing”, 2003), so that a
 * text and any quote of five or more of its words choose the same.
 *
 * @param terms the words of the text in order, folded
 * @example fingerprintsOf(['ban', 'tuyen', 'giao']).size // 1
 */
export function fingerprintsOf(terms: readonly string[]): ReadonlySet<number> {
  const hashes = hashesOf(terms);
  const chosen = new Set<number>();
  for (let end = Math.min(WINDOW, hashes.length); end > 0 && end <= hashes.length; end += 1) {
    let lowest = Number.POSITIVE_INFINITY;
    for (let place = Math.max(0, end - WINDOW); place < end; place += 1)
      lowest = Math.min(lowest, hashes[place] ?? lowest);
    chosen.add(lowest);
  }
  return chosen;
}

/**
 * The fingerprints to ask for when a text must have the given words in this order.
 *
 * @example quoteFingerprints(['ban', 'tuyen', 'giao']).sure // false: too short
 */
export function quoteFingerprints(terms: readonly string[]): QuoteFingerprints {
  const sure = terms.length >= SURE_LENGTH;
  return { sure, all: [...(sure ? fingerprintsOf(terms) : new Set(hashesOf(terms)))] };
}

/** One hash for each run of words, by FNV-1a over their letters. */
function hashesOf(terms: readonly string[]): readonly number[] {
  const hashes: number[] = [];
  let [first, second] = [0, 0];
  terms.forEach((term, place) => {
    let third = 0x811c9dc5;
    for (let letter = 0; letter < term.length; letter += 1)
      third = Math.imul(third ^ term.charCodeAt(letter), 0x01000193);
    if (place >= RUN - 1) {
      let hash = Math.imul(Math.imul(first, 0x2c1b3c6d) ^ second, 0x2c1b3c6d) ^ third;
      hash = Math.imul(hash ^ (hash >>> 15), 0x297a2d39);
      hashes.push((hash ^ (hash >>> 15)) & (2 ** FINGERPRINT_BITS - 1));
    }
    [first, second] = [second, third];
  });
  return hashes;
}
