import { fieldAt, type Field } from "../fields.ts";
import type { Frequencies } from "../manifest.ts";
import { printsOf } from "../prints.ts";
import { pairOf } from "../words.ts";
import type { IndexReader } from "./index-reader.ts";
import type { ParsedQuery, QueryWord } from "./parse-query.ts";

/** A page that may be meant, before its text was read. */
export interface Candidate {
  readonly id: string;
  readonly score: number;
  /** Share of what was asked of the index that the page has, 0 to 1, by weight. */
  readonly coverage: number;
  /** Document numbers and dates of the query that the page has: about 1 for each exact one, less for a part of it. */
  readonly keys: number;
  /** The fields in which the index has the words asked for, by first term; under another name, too. */
  readonly fields: ReadonlyMap<string, Field>;
}

interface Sum {
  score: number;
  covered: number;
  beside: number;
  keys: number;
  readonly fields: Map<string, Field>;
}

const FIELD_WEIGHTS: Readonly<Record<Field, number>> = { title: 1.9, lead: 1.4, alias: 0.7, body: 1 };
/** Pairs in a body are names of people and places. */
const PAIR_WEIGHTS: Readonly<Record<Field, number>> = { title: 1.6, lead: 1.3, alias: 0.6, body: 1.2 };
/** A page about a document or a day names it early; `alias` has the day of publication. */
const KEY_WEIGHTS: Readonly<Record<Field, number>> = { title: 1.4, lead: 1.25, alias: 1.2, body: 1 };
const MOST_PRINTS = 3;
/** Calls of the index for one query: each costs a small file of each part. */
const MOST_WORD_CALLS = 5;
const MOST_WORD_CALLS_FOR_PHRASES = 12;
const MOST_PAIR_CALLS = 5;

/**
 * Asks the index for the words that say most, the pairs they make, and every document number and date, and
 * adds up what each page has. Candidates come best first.
 */
export async function retrieve(
  query: ParsedQuery,
  index: IndexReader,
  vocabulary: Frequencies,
): Promise<readonly Candidate[]> {
  const sums = new Map<string, Sum>();
  const of = (id: string): Sum => {
    const known = sums.get(id) ?? { score: 0, covered: 0, beside: 0, keys: 0, fields: new Map() };
    sums.set(id, known);
    return known;
  };
  let asked = 0;
  const keys = await Promise.all(query.keys.map((terms) => firstFound(terms, index)));
  for (const { pages, exact } of keys) {
    const weight = 2 * idf(pages.size, index.documents) + 2;
    asked += weight;
    for (const [id, position] of pages) {
      const sum = of(id);
      const share = exact * KEY_WEIGHTS[fieldAt(position)];
      sum.score += weight * 2 * share;
      sum.covered += weight;
      sum.keys += share;
    }
  }
  const wanted = wordsToAsk(query);
  const [quoted, words, pairs] = await Promise.all([
    Promise.all(
      query.phrases.flatMap((phrase) => printsOf(phrase.split(" ")).slice(0, MOST_PRINTS)).map(index.find),
    ),
    Promise.all(wanted.map((word) => findWord(word, index, query.words.length > 1))),
    Promise.all(pairsToAsk(query, wanted, vocabulary).map((pair) => index.find(pair))),
  ]);
  for (const { term, pages, certainty, open } of words) {
    const weight = idf(pages.size, index.documents) * certainty;
    // The word still being typed may become a longer one.
    const counted = open ? 0 : weight;
    asked += counted;
    for (const [id, position] of pages) {
      const sum = of(id);
      const field = fieldAt(position);
      sum.score += weight * FIELD_WEIGHTS[field];
      sum.covered += counted;
      sum.fields.set(term, field);
    }
  }
  let besides = 0;
  for (const pages of pairs) {
    const weight = Math.min(6, idf(pages.size, index.documents));
    if (pages.size > 0) besides += weight;
    for (const [id, position] of pages) {
      const sum = sums.get(id);
      if (sum === undefined) continue;
      sum.score += weight * PAIR_WEIGHTS[fieldAt(position)];
      sum.beside += weight;
    }
  }
  // Not every pair of a body is indexed, so pairs only ever speak for a page.
  const coverageOf = ({ covered, beside }: Sum): number =>
    asked === 0 ? 0 : Math.max(covered / asked, (covered + beside) / (asked + besides));
  return [...sums]
    .filter(([id]) => quoted.every((pages) => pages.has(id)))
    .map(([id, sum]) => ({
      id,
      score: sum.score,
      coverage: coverageOf(sum),
      keys: sum.keys,
      fields: sum.fields,
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

async function firstFound(
  terms: readonly string[],
  index: IndexReader,
): Promise<{ readonly pages: ReadonlyMap<string, number>; readonly exact: number }> {
  let exact = 1;
  for (const term of terms) {
    const pages = await index.find(term);
    if (pages.size > 0) return { pages, exact };
    exact /= 2;
  }
  return { pages: new Map(), exact: 0 };
}

/** The words to ask the index for: those that say most. */
function wordsToAsk(query: ParsedQuery): readonly QueryWord[] {
  const complete = query.words.filter((word) => word.origin !== "prefix");
  return (complete.length > 0 ? complete : query.words)
    .filter((word, place, all) => all.findIndex((other) => other.terms[0] === word.terms[0]) === place)
    .sort((a, b) => b.weight - a.weight)
    .slice(
      0,
      query.phrases.some((phrase) => printsOf(phrase.split(" ")).length === 0)
        ? MOST_WORD_CALLS_FOR_PHRASES
        : MOST_WORD_CALLS,
    );
}

/** The pairs to ask for: first those that speak for words not asked alone, then the rarest. */
function pairsToAsk(
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
    return [
      { pair, words: [word, next], weight: word.weight + next.weight - (vocabulary.has(pair) ? 0.5 : 0) },
    ];
  });
  const chosen: string[] = [];
  while (chosen.length < MOST_PAIR_CALLS && pairs.length > 0) {
    const news = (words: readonly QueryWord[]): number => words.filter((word) => waiting.has(word)).length;
    pairs.sort((a, b) => news(b.words) - news(a.words) || b.weight - a.weight);
    const best = pairs.shift();
    if (best === undefined) break;
    best.words.forEach((word) => waiting.delete(word));
    if (!chosen.includes(best.pair)) chosen.push(best.pair);
  }
  return chosen;
}

async function findWord(
  word: QueryWord,
  index: IndexReader,
  withOthers: boolean,
): Promise<{
  readonly term: string;
  readonly pages: ReadonlyMap<string, number>;
  readonly certainty: number;
  readonly open: boolean;
}> {
  const found = await Promise.all(word.terms.map((term) => index.find(term)));
  return {
    term: word.terms[0] ?? "",
    pages: union(found),
    certainty: word.origin === "slip" ? 0.8 : 1,
    open: word.open && withOthers,
  };
}

function union(found: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const all = new Map<string, number>();
  for (const pages of found)
    for (const [id, position] of pages) all.set(id, Math.min(position, all.get(id) ?? position));
  return all;
}

function idf(pages: number, documents: number): number {
  return Math.log(1 + (documents - pages + 0.5) / (pages + 0.5));
}
