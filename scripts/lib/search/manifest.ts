import { isFoldedSyllable } from "../domain/vietnamese/syllable.ts";

/** pagefind/search.json: what the planner must know before its first call. */
export interface SearchManifest {
  readonly format: 1;
  /** Changes with every change of the index; part of the addresses of files whose names do not. */
  readonly tag: string;
  readonly documents: number;
  /** Folders of the parts under pagefind/, `""` for the root, each a Pagefind bundle of its own. */
  readonly parts: readonly string[];
  /** Terms by frequency: the list at index n has those found in 2ⁿ to 2ⁿ⁺¹-1 pages, separated by spaces. */
  readonly vocabulary: readonly string[];
}

/** The values of the filters for the pages of one part; `pages` gives for each result its row. */
export interface FacetTable {
  readonly sections: readonly string[];
  readonly places: readonly string[];
  /** Result id to [section, place, kind, date]: indexes (-1 for none) and the day as `20220708` (0 for none). */
  readonly pages: Readonly<Record<string, readonly [number, number, number, number]>>;
}

/** How many pages have a term, as exactly as the vocabulary tells. */
export type Frequencies = ReadonlyMap<string, number>;

/**
 * Words in more pages of a part than this are indexed in titles and leads only: half of Pagefind’s time and
 * the largest files went to words that tell nothing.
 */
export const COMMON_SHARE = 0.6;
/** Portals of fewer pages keep all words: there quotes are found by the common ones, too. */
export const ENOUGH_FOR_COMMON = 4000;

/**
 * Whether a word may be indexed in titles and leads only, as far as the vocabulary tells; parts differ a
 * little, so the bar is lower than `COMMON_SHARE`.
 *
 * @example isCommon('cong', vocabulary, 10_000) // true
 */
export function isCommon(term: string, vocabulary: Frequencies, documents: number): boolean {
  return documents > ENOUGH_FOR_COMMON && (vocabulary.get(term) ?? 0) > documents * COMMON_SHARE * 0.7;
}

const RARE_PAIR_SHARE = 0.005;
const RARE_WORD_SHARE = 0.001;

/**
 * Packs the frequencies of terms for the browser: every syllable, other words in at least 0.1 % of the pages,
 * pairs of words in at least 0.5 %. A term not listed is rare or not there.
 *
 * @example packVocabulary(new Map([['ha', 3]]), 10) // ['', 'ha']
 */
export function packVocabulary(frequencies: Frequencies, documents: number): readonly string[] {
  const levels: string[][] = [];
  for (const [term, count] of frequencies) {
    if (!isListed(term, count, documents)) continue;
    const level = Math.floor(Math.log2(count));
    while (levels.length <= level) levels.push([]);
    levels[level]?.push(term);
  }
  return levels.map((terms) => terms.sort().join(" "));
}

/**
 * Unpacks a vocabulary; each count is the middle of its level.
 *
 * @example unpackVocabulary(['', 'ha']).get('ha') // 3
 */
export function unpackVocabulary(vocabulary: readonly string[]): Frequencies {
  const frequencies = new Map<string, number>();
  vocabulary.forEach((terms, level) => {
    if (terms === "") return;
    for (const term of terms.split(" ")) frequencies.set(term, level === 0 ? 1 : 1.5 * 2 ** level);
  });
  return frequencies;
}

function isListed(term: string, count: number, documents: number): boolean {
  if (/^(?:q[defj]|\d)/.test(term)) return false;
  if (term.includes("w") && !isFoldedSyllable(term)) return count >= Math.max(4, documents * RARE_PAIR_SHARE);
  return isFoldedSyllable(term) || count >= Math.max(2, documents * RARE_WORD_SHARE);
}
