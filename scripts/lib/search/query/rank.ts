import { normalizeVietnamese } from "../../domain/vietnamese/fold.ts";
import { canonicalSyllable } from "../../domain/vietnamese/syllable.ts";
import { dayTerms } from "../keys.ts";
import type { ResultPage } from "../result-page.ts";
import { wordsOf, type Word } from "../words.ts";
import type { ParsedQuery, QueryWord } from "./parse-query.ts";
import type { Candidate } from "./tally.ts";

/** How well a page, its text read, answers a query. */
export interface Judgement {
  readonly score: number;
  /** Share of the query’s words that the page has, 0 to 1, by weight. */
  readonly coverage: number;
  readonly phrases: boolean;
}

/**
 * Judges a candidate by its text: words in title, lead and body, words side by side as typed, and agreement
 * with the diacritics typed.
 *
 * @param pairs weights of the pairs of the query that some page has
 */
export function judge(
  query: ParsedQuery,
  candidate: Candidate,
  page: ResultPage,
  pairs: ReadonlyMap<string, number>,
): Judgement {
  const body = fieldOf(page.content);
  const fields = [
    fieldOf(`${page.meta["kicker"] ?? ""} ${page.meta["title"] ?? ""}`),
    fieldOf(`${page.meta["lead"] ?? ""}. ${page.meta["place"] ?? ""}. ${page.meta["more"] ?? ""}`),
    body,
  ] as const;
  const sums = { total: 0, anywhere: 0, title: 0, lead: 0, known: 0, agreed: 0, accents: 0 };
  query.words.forEach((word, place) => {
    sums.total += word.weight;
    const strengths = fields.map((field) => strengthOf(field, query.words, place));
    const indexed = candidate.fields.get(word.terms[0] ?? "");
    // The index also knows other names: HĐND for Hội đồng nhân dân.
    if (indexed !== undefined && Math.max(...strengths) === 0) {
      strengths[indexed === "title" ? 0 : indexed === "body" ? 2 : 1] = 0.8;
    }
    const best = Math.max(...strengths);
    if (best > 0) sums.known += word.weight;
    sums.anywhere += word.weight * best;
    // A word alone in the title that stands between its neighbours elsewhere is there by chance.
    if (strengths[0] === best) sums.title += word.weight * best;
    if (strengths[1] === best) sums.lead += word.weight * best;
    const accented = word.accented;
    if (accented === null) return;
    sums.accents += word.weight;
    const agrees = (field: FieldWords | undefined): boolean =>
      field !== undefined && spellings(accented).some((one) => field.accented.has(one));
    if (agrees(fields[strengths.indexOf(best)])) sums.agreed += word.weight;
    else if (fields.some(agrees)) sums.agreed += word.weight / 2;
  });
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const text = fields.map((field) => ` ${field.text} `).join("|");
  return {
    score:
      6 * share(sums.anywhere, sums.total) ** 2 +
      2 * share(sums.title, sums.total) +
      0.8 * share(sums.lead, sums.total) +
      0.9 * share(sums.agreed, sums.accents) +
      2.5 * pairShare(pairs, fields) +
      2.5 * candidate.keys +
      (isOfDay(query, page.meta["date"]) ? 0.8 : 0) +
      0.15 * Math.log2(1 + timesIn(body, query)) +
      (page.meta["kind"] === "trang" ? 0 : 0.15),
    coverage: share(sums.known, sums.total),
    phrases: query.phrases.every((phrase) => text.includes(` ${phrase} `)),
  };
}

/** Many type d for đ, but not the other way round. */
function spellings(accented: string): readonly string[] {
  return accented.startsWith("d") ? [accented, `đ${accented.slice(1)}`] : [accented];
}

/** Share of the pairs asked for that the page has in any field: names of people and places above all. */
function pairShare(pairs: ReadonlyMap<string, number>, fields: readonly FieldWords[]): number {
  let all = 0;
  let found = 0;
  for (const [pair, weight] of pairs) {
    all += weight;
    if (fields.some((field) => field.pairs.has(pair.replace("w", " ")))) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

/** How often the body speaks of the query: the occurrences of its words, for each word. */
function timesIn(body: FieldWords, { words }: ParsedQuery): number {
  const wanted = new Set(words.filter(({ weight }) => weight > 1).flatMap(({ terms }) => terms));
  return wanted.size === 0 ? 0 : body.words.filter(({ term }) => wanted.has(term)).length / wanted.size;
}

/** Whether the query asks for the very day of publication. */
function isOfDay(query: ParsedQuery, date: string | undefined): boolean {
  const [year, month, day] = (date ?? "").slice(0, 10).split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const [exact = ""] = dayTerms(year, month, day);
  return query.keys.some((terms) => terms[0] === exact);
}

interface FieldWords {
  readonly words: readonly Word[];
  readonly terms: ReadonlySet<string>;
  readonly accented: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  readonly text: string;
}

function fieldOf(text: string): FieldWords {
  const words = wordsOf(normalizeVietnamese(text));
  const terms = words.map((word) => word.term);
  return {
    words,
    terms: new Set(terms),
    accented: new Set(words.map((word) => canonicalSyllable(word.surface))),
    pairs: new Set(terms.map((term, index) => `${term} ${terms[index + 1] ?? ""}`)),
    text: terms.join(" "),
  };
}

/** How surely a field has a word of the query: 1 between the words it was typed between, less beside one, little alone. */
function strengthOf(field: FieldWords, words: readonly QueryWord[], place: number): number {
  const word = words[place];
  if (word === undefined || !hasWord(field, word)) return 0;
  const [before, after] = [words[place - 1], words[place + 1]];
  const neighbours = [
    ...(before?.joined === true ? [isBeside(field, before, word)] : []),
    ...(word.joined && after !== undefined ? [isBeside(field, word, after)] : []),
  ];
  if (neighbours.every(Boolean)) return 1;
  return neighbours.some(Boolean) ? 0.8 : 0.3;
}

function hasWord(field: FieldWords, word: QueryWord): boolean {
  if (word.terms.some((term) => field.terms.has(term))) return true;
  return word.open && field.words.some((other) => word.terms.some((term) => other.term.startsWith(term)));
}

function isBeside(field: FieldWords, word: QueryWord, next: QueryWord): boolean {
  return word.terms.some((first) =>
    next.terms.some(
      (second) =>
        field.pairs.has(`${first} ${second}`) ||
        (next.open && ` ${field.text}`.includes(` ${first} ${second}`)),
    ),
  );
}
