import { foldVietnamese, normalizeVietnamese } from "../../domain/vietnamese/fold.ts";
import { findKeys } from "../keys.ts";
import type { Frequencies } from "../manifest.ts";
import { wordsOf } from "../words.ts";
import type { IndexReader } from "./index-reader.ts";
import { interpretWord, type WordMeaning } from "./interpret-word.ts";
import { repairTyping } from "./spelling.ts";

/** One word of a query with what may stand for it in a page. */
export interface QueryWord extends WordMeaning {
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
      const made = await interpretWord(word, neighbours, last, vocabulary, index);
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
