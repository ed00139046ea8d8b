import { foldVietnamese, normalizeVietnamese } from "../../domain/vietnamese/fold.ts";
import { canonicalSyllable } from "../../domain/vietnamese/syllable.ts";
import { findKeys } from "../keys.ts";
import type { Frequencies } from "../manifest.ts";
import { isNumber, pairOf, wordsOf, type Word } from "../words.ts";
import type { IndexReader } from "./index-reader.ts";
import { completions, likelierTerms, repairTyping, splitGlued, suggestTerms } from "./spelling.ts";

/** One word of a query with what may stand for it in a page. */
export interface QueryWord {
  /** The terms searched, the likeliest first; empty when the index knows nothing like it. */
  readonly terms: readonly string[];
  /** As typed, in canonical spelling, when typed with diacritics; pages that agree rank higher. */
  readonly accented: string | null;
  /** How sure we are that the terms are what was meant: typed so, guessed from a slip, or still being typed. */
  readonly origin: "typed" | "glued" | "slip" | "prefix" | "unknown";
  /** How much the word says: high for rare words. */
  readonly weight: number;
  /** Whether a page can match this word by a longer word that begins so. */
  readonly open: boolean;
  /** Whether it begins with a capital, as names do, in a query not all in capitals. */
  readonly capital: boolean;
  /** Whether the next word was typed right after this one, so that a pair means something. */
  readonly joined: boolean;
}

/** A query made ready for the index. */
export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  /** Document numbers and dates: for each the terms from the most exact on. */
  readonly keys: readonly (readonly string[])[];
  /** Folded texts that must stand in the page as quoted. */
  readonly phrases: readonly string[];
  /** Words stand in for typed ones that the index does not know. */
  readonly corrected: boolean;
}

/** Words that only link others say little about what is looked for, however rare a collection makes them. */
export const LINK_WORDS: ReadonlySet<string> = new Set(
  "va cua cac cho voi tai ve trong la duoc da dang se nhung mot khi den tu theo de bang nay do bi o qua boi vi hay hoac ma thi rang co ra vao".split(
    " ",
  ),
);
const LONGEST_QUERY = 300;
const MOST_WORDS = 40;
/** What questions are made of; a page need not have it. */
const QUESTION = new RegExp(
  `(^|[^a-z\\d])(?:${[
    "la gi", "la ai", "khi nao", "luc nao", "o dau", "noi nao", "bao nhieu", "may gio", "nhu the nao", "the nao", "ra sao", "vi sao", "tai sao",
    "co phai", "hay khong", "co khong", "phai khong", "cho biet", "cho hoi", "xin hoi", "toi muon tim", "toi muon biet", "tim bai viet",
    "dien ra", "ngay nao", "nam nao", "ai la", "nhung gi", "gi", "ai", "nao",
  ].join("|")})(?![a-z\\d])`,
  "g",
); // prettier-ignore

/**
 * Makes a typed query ready for the index: cleans it, takes out quotes, document numbers and dates, repairs
 * typing, splits glued words and finds what slips may have meant.
 *
 * @example (await parseQuery('NQ 35 "hà giang"', vocabulary, reader)).phrases // ['ha giang']
 */
export async function parseQuery(
  text: string,
  vocabulary: Frequencies,
  index: Pick<IndexReader, "documents" | "find">,
): Promise<ParsedQuery> {
  let query = normalizeVietnamese(text).slice(0, LONGEST_QUERY);
  const typing = /[\p{L}\p{M}]$/u.test(text.normalize("NFC").slice(0, LONGEST_QUERY));
  const phrases = [...query.matchAll(/["“”„«]([^"“”„»]{2,})["“”»]/g)]
    .map((match) => foldedWords(repairTyping(match[1] ?? "", vocabulary, index.documents)))
    .filter((phrase) => phrase !== "");
  const keys: (readonly string[])[] = [];
  for (const key of [...findKeys(query, true)].reverse()) {
    keys.unshift(key.terms);
    query = `${query.slice(0, key.start)} . ${query.slice(key.end)}`;
  }
  const questionLess = withoutQuestion(query);
  const repaired = repairTyping(questionLess, vocabulary, index.documents);
  const found = wordsOf(repaired).slice(0, MOST_WORDS);
  const hasCase = repaired !== repaired.toUpperCase();
  const interpreted = await Promise.all(
    found.map(async (word, place) => {
      const next = found[place + 1];
      const joined = next !== undefined && next.start - word.end <= 2;
      const last = place === found.length - 1 && typing && phrases.length === 0;
      const neighbours = [found[place - 1]?.term ?? null, next?.term ?? null] as const;
      const made = await interpret(word, neighbours, last, vocabulary, index);
      const capital = hasCase && word.surface.charAt(0) !== word.surface.charAt(0).toLowerCase();
      return made.map((one, piece): QueryWord => ({
        ...one,
        capital,
        joined: piece < made.length - 1 || joined,
      }));
    }),
  );
  const words = weighUnknown(interpreted.flat());
  return {
    words,
    keys,
    phrases,
    corrected:
      words.some((word) => word.origin === "slip" || word.origin === "glued") || repaired !== questionLess,
  };
}

/** The words of a text, folded, with one space between: the form in which phrases are compared. */
export function foldedWords(text: string): string {
  return wordsOf(normalizeVietnamese(text))
    .map((word) => word.term)
    .join(" ");
}

/** A word that no page has says as much as the others do: it may be a name beside what the index knows. */
function weighUnknown(words: readonly QueryWord[]): readonly QueryWord[] {
  const known = words.filter(({ origin }) => origin !== "unknown");
  const mean = known.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, known.length);
  return words.map((word) => (word.origin === "unknown" ? { ...word, weight: mean } : word));
}

async function interpret(
  { surface, term }: Word,
  neighbours: readonly [string | null, string | null],
  last: boolean,
  vocabulary: Frequencies,
  index: Pick<IndexReader, "documents" | "find">,
): Promise<readonly Omit<QueryWord, "joined" | "capital">[]> {
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

const MOST_MEANINGS = 3;

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

function withoutQuestion(query: string): string {
  const folded = foldVietnamese(query);
  if (folded.length !== query.length || wordsOf(query).length < 6) return query;
  let rest = "";
  let from = 0;
  for (const match of folded.matchAll(QUESTION)) {
    rest += `${query.slice(from, match.index + (match[1] ?? "").length)} . `;
    from = match.index + match[0].length;
  }
  return rest + query.slice(from);
}
