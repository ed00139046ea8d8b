import { isCommon, type Frequencies } from "../manifest.ts";
import { pairOf } from "../words.ts";
import { LINK_WORDS } from "./interpret-word.ts";
import type { ParsedQuery, QueryWord } from "./parse-query.ts";

/** Calls of the index for one query: each costs a small file of each part. */
const MOST_WORDS = 5;
const MOST_PAIRS = 5;

/**
 * The words to ask the index for: those that say most, common ones (titles only) last.
 */
export function wordsToAsk(
  query: ParsedQuery,
  vocabulary: Frequencies,
  documents: number,
): readonly QueryWord[] {
  const known = query.words.filter((word) => word.origin !== "unknown");
  const complete = known.filter((word) => word.origin !== "prefix");
  const common = (word: QueryWord): number => (isCommon(word.terms[0] ?? "", vocabulary, documents) ? 1 : 0);
  return (complete.length > 0 ? complete : known)
    .filter((word, place, all) => all.findIndex((other) => other.terms[0] === word.terms[0]) === place)
    .sort((a, b) => common(a) - common(b) || b.weight - a.weight)
    .slice(0, MOST_WORDS);
}

/** What a pair tells that is not listed: it is rare, or no pair but two words that meet by chance. */
const UNLISTED_VALUE = 3;
/** Names of people and places tell most, words that only link least. */
const NAME_VALUE = 2;
const LINK_VALUE = -2;

/** The pairs to ask for: those that tell most, and rather of words not asked alone. */
export function pairsToAsk(
  query: ParsedQuery,
  asked: readonly QueryWord[],
  vocabulary: Frequencies,
  documents: number,
): readonly string[] {
  const values = new Map<string, number>();
  query.words.forEach((word, place) => {
    const next = query.words[place + 1];
    if (!word.joined || next === undefined || word.terms.length > 1 || next.terms.length > 1) return;
    const pair = pairOf(word.terms[0] ?? "", next.terms[0] ?? "");
    if (pair === null || word.origin === "unknown" || next.origin === "unknown") return;
    const count = vocabulary.get(pair);
    const unasked = [word, next].filter((one) => !asked.includes(one)).length;
    const isName = word.capital && next.capital;
    const isLink = [word, next].some(({ terms }) => LINK_WORDS.has(terms[0] ?? ""));
    values.set(
      pair,
      (count === undefined ? UNLISTED_VALUE : Math.log(documents / count)) +
        0.4 * unasked +
        (isName ? NAME_VALUE : isLink ? LINK_VALUE : 0),
    );
  });
  return [...values]
    .sort(([, a], [, b]) => b - a)
    .map(([pair]) => pair)
    .slice(0, MOST_PAIRS);
}
