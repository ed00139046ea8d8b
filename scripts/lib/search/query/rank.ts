import { normalizeVietnamese } from "../../domain/vietnamese/fold.ts";
import { canonicalSyllable } from "../../domain/vietnamese/syllable.ts";
import type { ResultPage } from "../result-page.ts";
import { wordsOf, type Word } from "../words.ts";
import type { ParsedQuery, QueryWord } from "./parse-query.ts";
import type { Candidate } from "./retrieve.ts";

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
 */
export function judge(query: ParsedQuery, candidate: Candidate, page: ResultPage): Judgement {
  const title = fieldOf(`${page.meta["kicker"] ?? ""} ${page.meta["title"] ?? ""}`);
  const lead = fieldOf(`${page.meta["lead"] ?? ""}. ${page.meta["place"] ?? ""}. ${page.meta["more"] ?? ""}`);
  const body = fieldOf(page.content);
  const fields = [title, lead, body];
  let total = 0;
  let covered = 0;
  let inTitle = 0;
  let inLead = 0;
  let agreed = 0;
  let accents = 0;
  for (const word of query.words) {
    total += word.weight;
    const has = fields.map((field) => hasWord(field, word));
    if (has.some(Boolean)) covered += word.weight;
    if (has[0]) inTitle += word.weight;
    if (has[1]) inLead += word.weight;
    if (word.accented !== null) {
      accents += word.weight;
      const accented = word.accented;
      const place = fields.findIndex((field) => field.accented.has(accented));
      if (place >= 0) agreed += word.weight * (place === has.indexOf(true) ? 1 : 0.6);
    }
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const text = ` ${title.text} | ${lead.text} | ${body.text} `;
  const score =
    2.2 * share(inTitle, total) +
    0.8 * share(inLead, total) +
    1.6 * share(covered, total) +
    1.1 * besides(query, title) +
    0.7 * Math.max(besides(query, lead), besides(query, body)) +
    0.9 * share(agreed, accents) +
    2.5 * candidate.keys;
  return {
    score,
    coverage: share(covered, total),
    phrases: query.phrases.every((phrase) => text.includes(` ${phrase} `)),
  };
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

function hasWord(field: FieldWords, word: QueryWord): boolean {
  if (word.terms.some((term) => field.terms.has(term))) return true;
  return word.open && field.words.some((other) => word.terms.some((term) => other.term.startsWith(term)));
}

/** Share of the neighbouring words of the query that are neighbours in the field. */
function besides(query: ParsedQuery, field: FieldWords): number {
  let all = 0;
  let found = 0;
  query.words.forEach((word, place) => {
    const next = query.words[place + 1];
    if (next === undefined || !word.joined) return;
    const weight = word.weight + next.weight;
    all += weight;
    const together = word.terms.some((first) =>
      next.terms.some(
        (second) =>
          field.pairs.has(`${first} ${second}`) || (next.open && field.text.includes(`${first} ${second}`)),
      ),
    );
    if (together) found += weight;
  });
  return all === 0 ? 0 : found / all;
}
