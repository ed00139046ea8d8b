import { fieldAt, type Field } from "../fields.ts";
import { isCommon, type Frequencies } from "../manifest.ts";
import { pairsToAsk, wordsToAsk } from "./choose-terms.ts";
import type { IndexReader } from "./index-reader.ts";
import type { ParsedQuery, QueryWord } from "./parse-query.ts";
import { quotedPages, type QuotedPages } from "./quotes.ts";

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

/** The candidates, best first, and the weights of the pairs that some page has. */
export interface Retrieved {
  readonly candidates: readonly Candidate[];
  readonly pairs: ReadonlyMap<string, number>;
}

interface Sum {
  score: number;
  covered: number;
  beside: number;
  keys: number;
  readonly fields: Map<string, Field>;
}

type Pages = ReadonlyMap<string, number>;

const FIELD_WEIGHTS: Readonly<Record<Field, number>> = { title: 1.9, lead: 1.4, alias: 0.7, body: 1 };
/** Pairs in a body are names of people and places. */
const PAIR_WEIGHTS: Readonly<Record<Field, number>> = { title: 1.6, lead: 1.3, alias: 0.6, body: 1.2 };
/** More than all else together. */
const QUOTE_WEIGHT = 1000;
/** A page about a document or a day names it early; `alias` has the day of publication. */
const KEY_WEIGHTS: Readonly<Record<Field, number>> = { title: 1.4, lead: 1.25, alias: 1.2, body: 1 };

/**
 * Asks the index for the words that say most, the pairs they make, and every document number and date, and
 * adds up what each page has. Candidates come best first.
 *
 * @param enough the coverage that a candidate must have
 * @param read how many candidates will be read; pairs are asked for only where there are more
 */
export async function retrieve(
  query: ParsedQuery,
  index: IndexReader,
  vocabulary: Frequencies,
  { enough, read }: { readonly enough: number; readonly read: number },
): Promise<Retrieved> {
  const quoted = query.phrases.length === 0 ? null : await quotedPages(query.phrases, index);
  if (quoted?.sure === true && quoted.pages.size <= read)
    return { candidates: unranked(quoted.pages), pairs: new Map() };
  const asked = wordsToAsk(query, vocabulary, index.documents);
  const [keys, words] = await Promise.all([
    Promise.all(query.keys.map((terms) => firstFound(terms, index))),
    Promise.all(asked.map((word) => findWord(word, index))),
  ]);
  const tally = new Tally(index.documents);
  for (const { pages, exact } of keys) tally.addKey(pages, exact);
  words.forEach((pages, place) => {
    const word = asked[place];
    if (word === undefined) return;
    // The word still being typed may become a longer one; a common word is not indexed in the bodies of most parts.
    const common = isCommon(word.terms[0] ?? "", vocabulary, index.documents);
    const must = !common && !(word.open && query.words.length > 1);
    tally.addWord(word, pages, must);
  });
  if (quoted !== null) tally.addQuotes(quoted);
  const pairs = new Map<string, number>();
  if (tally.candidates(enough).length > read) {
    const terms = pairsToAsk(query, asked, vocabulary, index.documents);
    const found = await Promise.all(terms.map((pair) => index.find(pair)));
    found.forEach((pages, place) => {
      if (pages.size > 0) pairs.set(terms[place] ?? "", tally.addPair(pages));
    });
  }
  return { candidates: tally.candidates(enough), pairs };
}

function unranked(pages: ReadonlySet<string>): readonly Candidate[] {
  return [...pages].sort().map((id) => ({ id, score: 0, coverage: 1, keys: 0, fields: new Map() }));
}

/** Adds up what each page has of a query. */
class Tally {
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

  /** Gives the weight of the pair. */
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

async function firstFound(
  terms: readonly string[],
  index: IndexReader,
): Promise<{ readonly pages: Pages; readonly exact: number }> {
  let exact = 1;
  for (const term of terms) {
    const pages = await index.find(term);
    if (pages.size > 0) return { pages, exact };
    exact /= 2;
  }
  return { pages: new Map(), exact: 0 };
}

/** The pages of any term that may stand for a word, each with its best position. */
async function findWord(word: QueryWord, index: IndexReader): Promise<Pages> {
  const found = await Promise.all(word.terms.map((term) => index.find(term)));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const all = new Map<string, number>();
  for (const pages of found) {
    for (const [id, position] of pages) all.set(id, Math.min(position, all.get(id) ?? position));
  }
  return all;
}
