import { foldVietnamese } from "../../domain/vietnamese/fold.ts";
import { canonicalSyllable } from "../../domain/vietnamese/syllable.ts";
import type { Frequencies } from "../manifest.ts";
import { isNumber, pairOf, type Word } from "../words.ts";
import type { IndexReader } from "./index-reader.ts";
import { completions, likelierTerms, splitGlued, suggestTerms } from "./spelling.ts";

/** What may stand in a page for one word of a query. */
export interface WordMeaning {
  /** The terms searched, the likeliest first; only the word itself where the index knows nothing like it. */
  readonly terms: readonly string[];
  /** As typed, in canonical spelling, when typed with diacritics; pages that agree rank higher. */
  readonly accented: string | null;
  /** How sure we are that the terms are what was meant: typed so, guessed from a slip, or still being typed. */
  readonly origin: "typed" | "glued" | "slip" | "prefix" | "unknown";
  /** How much the word says: high for rare words. */
  readonly weight: number;
  /** Whether a page can match this word by a longer word that begins so. */
  readonly open: boolean;
}

/** Words that only link others say little about what is looked for, however rare a collection makes them. */
export const LINK_WORDS: ReadonlySet<string> = new Set(
  "va cua cac cho voi tai ve trong la duoc da dang se nhung mot khi den tu theo de bang nay do bi o qua boi vi hay hoac ma thi rang co ra vao".split(
    " ",
  ),
);
const MOST_MEANINGS = 3;

/**
 * Finds what a typed word may stand for: itself where the index knows it, longer words where it is not finished, else
 * the words it is glued from or those that a slip made it of. Only a glued word gives more than one meaning.
 *
 * @param neighbours the terms before and after it
 * @param last whether it may still be typed
 * @example (await interpretWord(wordsOf('hagiang')[0], [null, null], false, vocabulary, reader)).map(({ origin }) => origin) // ['glued', 'glued']
 */
export async function interpretWord(
  { surface, term }: Word,
  neighbours: readonly [string | null, string | null],
  last: boolean,
  vocabulary: Frequencies,
  index: Pick<IndexReader, "documents" | "find">,
): Promise<readonly WordMeaning[]> {
  const weigh = (count: number): number => Math.log(1 + index.documents / Math.max(1, count));
  const countOf = (terms: readonly string[]): number =>
    Math.max(...terms.map((one) => vocabulary.get(one) ?? 1));
  const accented = foldVietnamese(surface) === surface.toLowerCase() ? null : canonicalSyllable(surface);
  const typed = { terms: [term], origin: "typed" as const, accented, open: last };
  if (isNumber(term)) return [{ ...typed, accented: null, weight: weigh(20), open: false }];
  if (vocabulary.has(term)) {
    const weight = weigh(countOf([term])) * (LINK_WORDS.has(term) ? 0.3 : 1);
    const likelier = likelierTerms(term, neighbours, vocabulary);
    // Rare pairs are not in the vocabulary.
    const isReal = likelier.length > 0 && (await likeliest([term], neighbours, index)).seen;
    return [{ ...typed, terms: isReal ? [term] : [term, ...likelier], weight }];
  }
  const finished = last ? completions(term, neighbours[0], vocabulary) : [];
  if (finished.length > 0)
    return [{ ...typed, terms: finished, origin: "prefix", weight: weigh(countOf(finished)) }];
  // Rare words are not in the vocabulary: the index itself knows.
  const rare = (await index.find(term)).size;
  if (rare > 0) return [{ ...typed, weight: weigh(rare) }];
  const guessed = { accented: null, open: false };
  const [glued, slip] = await Promise.all([
    realSplit(splitGlued(term, vocabulary, index.documents), index),
    likeliest(suggestTerms(term, neighbours, vocabulary), neighbours, index),
  ]);
  const alone = neighbours.every((one) => one === null);
  if (glued.terms.length > 0 && (glued.seen || !(slip.seen || alone))) {
    return glued.terms.map((piece) => ({
      ...guessed,
      terms: [piece],
      origin: "glued",
      weight: weigh(countOf([piece])),
    }));
  }
  if (slip.terms.length > 0)
    return [{ ...guessed, terms: slip.terms, origin: "slip", weight: weigh(countOf(slip.terms)) }];
  return [{ ...guessed, terms: [term], origin: "unknown", weight: weigh(1) }];
}

/** What a word may have meant, and whether some page has it so. */
interface Guess {
  readonly terms: readonly string[];
  readonly seen: boolean;
}

/** Of the ways to split a glued word, the first whose pieces some title or name has side by side; else the likeliest. */
async function realSplit(
  ways: readonly (readonly string[])[],
  index: Pick<IndexReader, "find">,
): Promise<Guess> {
  for (const pieces of ways) {
    const pairs = pieces.slice(1).map((piece, place) => pairOf(pieces[place] ?? "", piece) ?? "");
    const pages = await Promise.all(pairs.map((pair) => index.find(pair)));
    if (pages.every((found) => found.size > 0)) return { terms: pieces, seen: true };
  }
  return { terms: ways[0] ?? [], seen: false };
}

/** Of the words that a slip may have meant, those that some page has beside a neighbour; else the frequent ones. */
async function likeliest(
  terms: readonly string[],
  [before, after]: readonly [string | null, string | null],
  index: Pick<IndexReader, "find">,
): Promise<Guess> {
  if (terms.length === 0 || (before === null && after === null))
    return { terms: terms.slice(0, MOST_MEANINGS), seen: false };
  const found = await Promise.all(
    terms.map(async (term) => {
      const pairs = [
        before === null ? null : pairOf(before, term),
        after === null ? null : pairOf(term, after),
      ].filter((pair) => pair !== null);
      const pages = await Promise.all(pairs.map((pair) => index.find(pair)));
      return { term, pages: pages.reduce((sum, one) => sum + one.size, 0) };
    }),
  );
  const together = found.filter(({ pages }) => pages > 0).sort((a, b) => b.pages - a.pages);
  const seen = together.length > 0;
  return { terms: (seen ? together : found).map(({ term }) => term).slice(0, MOST_MEANINGS), seen };
}
