import { fieldAt, type Field } from "../fields.ts";
import type { QueryWord } from "./parse-query.ts";
import type { QuotedPages } from "./quotes.ts";

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

/** Pages that have something, each with the position that tells its field. */
export type Pages = ReadonlyMap<string, number>;

const FIELD_WEIGHTS: Readonly<Record<Field, number>> = { title: 1.9, lead: 1.4, alias: 0.7, body: 1 };
/** Pairs in a body are names of people and places. */
const PAIR_WEIGHTS: Readonly<Record<Field, number>> = { title: 1.6, lead: 1.3, alias: 0.6, body: 1.2 };
/** More than all else together. */
const QUOTE_WEIGHT = 1000;
/** A page about a document or a day names it early; `alias` has the day of publication. */
const KEY_WEIGHTS: Readonly<Record<Field, number>> = { title: 1.4, lead: 1.25, alias: 1.2, body: 1 };

/**
 * Adds up what each page has of a query. Quotes come after keys and words, since they may rule pages out; pairs last.
 *
 * @example const tally = new Tally(300); tally.addWord(word, pages, true); tally.candidates(0.6)
 */
export class Tally {
  private readonly documents: number;
  private readonly sums: Map<string, Sum>;
  /** Weight of all that a page must have, and of the pairs that some page has. */
  private must: number;
  private besides: number;

  /** Fields are set here, not where they are declared: old browsers need a helper for that. */
  constructor(documents: number) {
    this.documents = documents;
    this.sums = new Map();
    this.must = 0;
    this.besides = 0;
  }

  /** Adds a document number or a date that all pages must have; `exact` is 1, or less for a part of it. */
  addKey(pages: Pages, exact: number): void {
    const weight = 2 * this.idf(pages) + 2;
    this.must += weight;
    for (const [id, position] of pages) {
      const sum = this.of(id);
      const share = exact * KEY_WEIGHTS[fieldAt(position)];
      sum.score += weight * 2 * share;
      sum.covered += weight;
      sum.keys += share;
    }
  }

  /** Adds a word with the pages of all its terms; `must` where a page without it lacks something. */
  addWord(word: QueryWord, pages: Pages, must: boolean): void {
    const weight = this.idf(pages) * (word.origin === "slip" ? 0.8 : 1);
    if (must) this.must += weight;
    for (const [id, position] of pages) {
      const sum = this.of(id);
      const field = fieldAt(position);
      sum.score += weight * FIELD_WEIGHTS[field];
      if (must) sum.covered += weight;
      sum.fields.set(word.terms[0] ?? "", field);
    }
  }

  /** Pages that may have the quotes come first; where fingerprints are sure, no others come at all. */
  addQuotes({ sure, pages }: QuotedPages): void {
    for (const id of pages) this.of(id).score += QUOTE_WEIGHT;
    for (const id of this.sums.keys()) if (sure && !pages.has(id)) this.sums.delete(id);
  }

  /** Adds a pair of words to the pages that have something else, too. Gives the weight of the pair. */
  addPair(pages: Pages): number {
    const weight = Math.min(6, this.idf(pages));
    this.besides += weight;
    for (const [id, position] of pages) {
      const sum = this.sums.get(id);
      if (sum === undefined) continue;
      sum.score += weight * PAIR_WEIGHTS[fieldAt(position)];
      sum.beside += weight;
    }
    return weight;
  }

  /** The pages with at least that coverage, best first. */
  candidates(enough: number): readonly Candidate[] {
    return [...this.sums]
      .map(([id, sum]) => ({
        id,
        score: sum.score,
        coverage: this.coverage(sum),
        keys: sum.keys,
        fields: sum.fields,
      }))
      .filter(({ coverage }) => coverage >= enough)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  /** Not every pair of a body is indexed, so pairs only ever speak for a page. */
  private coverage({ covered, beside }: Sum): number {
    if (this.must === 0) return 1;
    return Math.max(covered / this.must, (covered + beside) / (this.must + this.besides));
  }

  private of(id: string): Sum {
    const known = this.sums.get(id) ?? { score: 0, covered: 0, beside: 0, keys: 0, fields: new Map() };
    this.sums.set(id, known);
    return known;
  }

  private idf({ size }: Pages): number {
    return Math.log(1 + (this.documents - size + 0.5) / (size + 0.5));
  }
}

/** What one page has, as weights. */
interface Sum {
  score: number;
  covered: number;
  beside: number;
  keys: number;
  readonly fields: Map<string, Field>;
}
