import { isCommon, type Frequencies } from "../manifest.ts";
import { pairsToAsk, wordsToAsk } from "./choose-terms.ts";
import type { IndexReader } from "./index-reader.ts";
import type { ParsedQuery, QueryWord } from "./parse-query.ts";
import { quotedPages } from "./quotes.ts";
import { Tally, type Candidate, type Pages } from "./tally.ts";

/** The candidates, best first, and the weights of the pairs that some page has. */
export interface Retrieved {
  readonly candidates: readonly Candidate[];
  readonly pairs: ReadonlyMap<string, number>;
}

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
