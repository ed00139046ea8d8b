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

const WORD = /\p{L}[\p{L}\p{M}]*|\d+(?:\.\d{3})+(?!\d)|\d+/gu;
const folded = new Map<string, string>();
const FOLD_MEMORY = 50_000;

/**
 * Splits text (NFC) into words: runs of letters, and numbers (`2.438` is one). The index step, the query
 * planner and the excerpts all see text through this function.
 *
 * @example wordsOf('Có 2.438 văn bản').map((word) => word.term) // ['co', '2438', 'van', 'ban']
 */
export function wordsOf(text: string): readonly Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const surface = match[0];
    found.push({ surface, term: termOf(surface), start: match.index, end: match.index + surface.length });
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

function termOf(surface: string): string {
  const known = folded.get(surface);
  if (known !== undefined) return known;
  const term = /^\d/.test(surface)
    ? surface.replace(/\./g, "").replace(/^0+(?=\d)/, "")
    : foldSyllable(surface).replace(/[^a-z]/g, "") || "x";
  if (folded.size > FOLD_MEMORY) folded.clear();
  folded.set(surface, term);
  return term;
}
