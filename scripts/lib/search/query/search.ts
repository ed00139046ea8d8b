import type { Frequencies } from "../manifest.ts";
import type { ResultPage } from "../result-page.ts";
import type { IndexReader } from "./index-reader.ts";
import { parseQuery, type ParsedQuery, type QueryWord } from "./parse-query.ts";
import { judge, type Judgement } from "./rank.ts";
import { retrieve } from "./retrieve.ts";
import type { Candidate } from "./tally.ts";

/** A found page; `page` is there for those whose text was read to rank them. */
export interface Found {
  readonly id: string;
  readonly score: number;
  readonly page: ResultPage | null;
}

/** The answer to a query, best first. */
export interface Answer {
  readonly query: ParsedQuery;
  readonly found: readonly Found[];
}

/** Results whose text is read before they are shown. */
const READ = 14;
const READ_WITH_PHRASE = 42;
const READ_FOR_PHRASE = 154;
/** A page must have this much of what was typed, by weight; of short queries, all but a little. */
const ENOUGH = 0.6;
const ENOUGH_OF_FEW = 0.75;
const MOST_LESS = 0.2;

/**
 * Answers a query: parses it, asks the index, reads the likeliest pages and ranks them. Nothing that only
 * resembles the query is given: words nobody wrote find nothing.
 *
 * @example (await search('tuyen giao ha giang', reader, vocabulary)).found[0]?.page?.url
 */
export async function search(
  text: string,
  index: IndexReader,
  vocabulary: Frequencies,
  keep: (id: string) => boolean = () => true,
): Promise<Answer> {
  const query = await parseQuery(text, vocabulary, index);
  if (isNonsense(query)) return { query, found: [] };
  const enough = query.words.length + query.keys.length <= 3 ? ENOUGH_OF_FEW : ENOUGH;
  const least = query.phrases.length > 0 ? 0.99 : enough - 0.1;
  const retrieved = await retrieve(query, index, vocabulary, { enough: least, read: READ });
  const candidates = retrieved.candidates.filter(({ id }) => keep(id));
  const judged: (Judgement & { readonly candidate: Candidate; readonly page: ResultPage })[] = [];
  // Quotes are looked for in the texts themselves: on, until some page has them, and a little further.
  const isDone = (): boolean => {
    const most =
      query.phrases.length === 0
        ? READ
        : judged.some(({ phrases }) => phrases)
          ? READ_WITH_PHRASE
          : READ_FOR_PHRASE;
    return judged.length >= Math.min(most, candidates.length);
  };
  while (!isDone()) {
    const batch = candidates.slice(judged.length, judged.length + READ);
    judged.push(
      ...(await Promise.all(
        batch.map(async (candidate) => {
          const page = await index.page(candidate.id);
          return { ...judge(query, candidate, page, retrieved.pairs), candidate, page };
        }),
      )),
    );
  }
  // Where some page has all that was asked, pages with much less only dilute the list.
  const wanted = Math.max(enough, Math.max(0, ...judged.map(({ coverage }) => coverage)) - MOST_LESS);
  const best = judged
    .filter(
      (one) =>
        one.phrases && (one.coverage >= wanted || (query.words.length === 0 && one.candidate.keys > 0)),
    )
    .map((one) => ({
      id: one.candidate.id,
      page: one.page,
      score: one.score + one.candidate.score / 100,
      date: one.page.meta["date"] ?? "",
    }))
    .sort((a, b) => b.score - a.score || (a.date > b.date ? -1 : 1));
  const lowest = best[best.length - 1]?.score ?? 0;
  const rest =
    query.phrases.length > 0 || best.length === 0
      ? []
      : candidates.slice(judged.length).filter((one) => one.coverage >= wanted);
  const top = rest[0]?.score ?? 1;
  return {
    query,
    found: [
      ...best.map(({ id, page, score }) => ({ id, page, score })),
      ...rest.map((one) => ({ id: one.id, page: null, score: (lowest * one.score) / (top + 1) })),
    ],
  };
}

/** Too little of the query is anything the index knows. */
function isNonsense({ words, keys }: ParsedQuery): boolean {
  if (words.length === 0) return keys.length === 0;
  const count = (...origins: readonly QueryWord["origin"][]): number =>
    words.filter((word) => origins.includes(word.origin)).length;
  const known = count("typed", "prefix") + keys.length;
  return count("unknown") > known || count("slip") > known + count("glued");
}
