import { foldVietnamese } from "../domain/vietnamese/fold.ts";
import { foldSyllable } from "../domain/vietnamese/syllable.ts";

/** One word of a text with the term it is searched by and where it stands (UTF-16 offsets). */
export interface Word {
  /** As written. */
  readonly surface: string;
  /** Folded: ASCII letters, or digits without grouping and leading zeros. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Words of folded text, whose letters stand where they do in the text itself. */
const FOLDED_WORD = /[a-z]+|\d+(?:\.\d{3})+(?!\d)|\d+/g;
const ANY_WORD = /\p{L}[\p{L}\p{M}]*|\d+(?:\.\d{3})+(?!\d)|\d+/gu;

/**
 * Splits text (NFC) into words: runs of letters, and numbers (`2.438` is one). The index step, the query
 * planner and the excerpts all see text through this function.
 *
 * @param folded `foldVietnamese(text)`, for callers that have it
 * @example wordsOf('Có 2.438 văn bản').map((word) => word.term) // ['co', '2438', 'van', 'ban']
 */
export function wordsOf(text: string, folded = foldVietnamese(text)): readonly Word[] {
  const found: Word[] = [];
  const aligned = folded.length === text.length;
  for (const match of (aligned ? folded : text).matchAll(aligned ? FOLDED_WORD : ANY_WORD)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const term = termOf(aligned ? match[0] : foldVietnamese(match[0]).replace(/[^a-z\d.]/g, ""));
    if (term !== "") found.push({ surface: text.slice(start, end), term, start, end });
  }
  return found;
}

/**
 * The term of two neighbouring words, or `null` when one is a number. No Vietnamese word has the letter w,
 * so pairs and single words never meet.
 *
 * @example pairOf('ha', 'giang') // 'hawgiang'
 */
export function pairOf(first: string, second: string): string | null {
  return isNumber(first) || isNumber(second) ? null : `${first}w${second}`;
}

/** Tells whether a term is a number. @example isNumber('2438') // true */
export function isNumber(term: string): boolean {
  const code = term.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** The term of a folded word: i and y alike, numbers without dots and leading zeros. */
function termOf(word: string): string {
  if (isNumber(word)) return word.replace(/\./g, "").replace(/^0+(?=\d)/, "");
  return word.length <= 3 && word.endsWith("i") ? foldSyllable(word) : word;
}
