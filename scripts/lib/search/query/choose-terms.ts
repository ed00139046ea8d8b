import { isCommon, type Frequencies } from "../manifest.ts";
import { pairOf } from "../words.ts";
import type { ParsedQuery, QueryWord } from "./parse-query.ts";

/** Calls of the index for one query: each costs a small file of each part. */
const MOST_WORDS = 5;
const MOST_WORDS_FOR_QUOTES = 12;
const MOST_PAIRS = 4;

/**
 * The words to ask the index for: those that say most, common ones (titles only) last; for quotes
 * nearly all, so that few pages have to be read.
 */
export function wordsToAsk(
  query: ParsedQuery,
  vocabulary: Frequencies,
  documents: number,
): readonly QueryWord[] {
  const complete = query.words.filter((word) => word.origin !== "prefix");
  const common = (word: QueryWord): number => (isCommon(word.terms[0] ?? "", vocabulary, documents) ? 1 : 0);
  return (complete.length > 0 ? complete : query.words)
    .filter((word, place, all) => all.findIndex((other) => other.terms[0] === word.terms[0]) === place)
    .sort((a, b) => common(a) - common(b) || b.weight - a.weight)
    .slice(0, query.phrases.length > 0 ? MOST_WORDS_FOR_QUOTES : MOST_WORDS);
}

/** The pairs to ask for: first those that speak for words not asked alone, then the rarest. */
export function pairsToAsk(
  query: ParsedQuery,
  asked: readonly QueryWord[],
  vocabulary: Frequencies,
): readonly string[] {
  const waiting = new Set(
    query.words.filter((word) => !asked.some((other) => other.terms[0] === word.terms[0])),
  );
  const pairs = query.words.flatMap((word, place) => {
    const next = query.words[place + 1];
    if (!word.joined || next === undefined || word.terms.length > 1 || next.terms.length > 1) return [];
    const pair = pairOf(word.terms[0] ?? "", next.terms[0] ?? "");
    if (pair === null || word.origin === "unknown" || next.origin === "unknown") return [];
    const weight = word.weight + next.weight - (vocabulary.has(pair) ? 0.5 : 0);
    return [{ pair, words: [word, next], weight }];
  });
  const chosen = new Set<string>();
  while (chosen.size < MOST_PAIRS && pairs.length > 0) {
    const news = (words: readonly QueryWord[]): number => words.filter((word) => waiting.has(word)).length;
    pairs.sort((a, b) => news(b.words) - news(a.words) || b.weight - a.weight);
    const best = pairs.shift();
    if (best === undefined) break;
    best.words.forEach((word) => waiting.delete(word));
    chosen.add(best.pair);
  }
  return [...chosen];
}
