import { isFoldedSyllable, foldSyllable } from "../../domain/vietnamese/syllable.ts";
import { repairTelex, repairVni } from "../../domain/vietnamese/typing.ts";
import type { Frequencies } from "../manifest.ts";

const LETTERS = "abcdefghiklmnopqrstuvxy";
const LONGEST_GLUED = 30;

/**
 * Repairs what the keyboard left unconverted, word by word: VNI where letters and digits mix, Telex where a
 * word is not known to the index. Words that need nothing stay as typed.
 *
 * @example repairTyping('le64 ho65i tuyeen giaso', vocabulary, 300) // 'lễ hội tuyên giáo'
 */
export function repairTyping(query: string, vocabulary: Frequencies, documents: number): string {
  const isVni = (word: string): string | null => {
    const meant = repairVni(word);
    return meant !== null && vocabulary.has(foldSyllable(meant)) ? meant : null;
  };
  const words = /[\p{L}\p{M}\d]+/gu;
  const typedVni = (query.match(words) ?? []).some((word) => isVni(word) !== null);
  return query.replace(words, (word) => {
    const vni = isVni(word);
    if (vni !== null) return vni;
    // A foreign name between VNI words was typed the same way: te3h is no syllable, but means Tẻh.
    if (typedVni && /^[a-z]+[1-9]/i.test(word)) return word.replace(/\d/g, "");
    const folded = foldSyllable(word);
    const asTyped = vocabulary.has(folded) || isRatherGlued(folded, vocabulary, documents);
    const telex = asTyped ? null : repairTelex(word);
    return telex !== null && vocabulary.has(foldSyllable(telex)) ? telex : word;
  });
}

/** “sapa” could be the Telex keys of “sâp”, but without a key that only Telex has it is Sa Pa. */
function isRatherGlued(term: string, vocabulary: Frequencies, documents: number): boolean {
  if (/^.+[fsrxjw]|aa|ee|oo|dd/.test(term)) return false;
  const [pieces = []] = splitGlued(term, vocabulary, documents);
  return pieces.length > 1 && pieces.every((piece) => piece.length > 1);
}

const SPLITS_KEPT = 3;

/**
 * Splits words typed without the space between them into words the index knows: the likeliest ways first,
 * none when there is no way.
 *
 * @example splitGlued('hagiang', vocabulary, 300)[0] // ['ha', 'giang']
 */
export function splitGlued(
  term: string,
  vocabulary: Frequencies,
  documents: number,
): readonly (readonly string[])[] {
  if (term.length < 4 || term.length > LONGEST_GLUED) return [];
  const ways: { readonly cost: number; readonly pieces: readonly string[] }[][] = [[{ cost: 0, pieces: [] }]];
  for (let end = 1; end <= term.length; end += 1) {
    const here: { readonly cost: number; readonly pieces: readonly string[] }[] = [];
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const piece = foldSyllable(term.slice(start, end));
      const count = vocabulary.get(piece);
      if (count === undefined || (!isFoldedSyllable(piece) && piece.length < 3)) continue;
      const own = 3 + Math.log(documents / Math.min(count, documents)) + (piece.length === 1 ? 4 : 0);
      for (const before of ways[start] ?? []) {
        const pair = `${before.pieces[before.pieces.length - 1] ?? ""}w${piece}`;
        here.push({
          cost: before.cost + own - (vocabulary.has(pair) ? 3 : 0),
          pieces: [...before.pieces, piece],
        });
      }
    }
    ways.push(here.sort((a, b) => a.cost - b.cost).slice(0, SPLITS_KEPT));
  }
  return (ways[term.length] ?? [])
    .map(({ pieces }) => pieces)
    .filter((pieces) => pieces.length >= 2 && pieces.length <= 8 && pieces.length <= term.length / 2);
}

/**
 * The words of the index one slip away from a word it does not know (a letter more, less, other, or two
 * changed places), the likeliest first: those that often stand beside the neighbours typed, then frequent ones.
 *
 * @example suggestTerms('tuyne', [null, 'giao'], vocabulary) // ['tuyen', …]
 */
export function suggestTerms(
  term: string,
  [before, after]: readonly [string | null, string | null],
  vocabulary: Frequencies,
): readonly string[] {
  if (term.length < 3 || term.length > 9) return [];
  const found = new Map<string, number>();
  for (const candidate of oneEdit(term)) {
    const count = vocabulary.get(candidate);
    if (count === undefined || candidate.length < 2 || isPair(candidate)) continue;
    const left = before === null ? 0 : (vocabulary.get(`${before}w${candidate}`) ?? 0);
    const right = after === null ? 0 : (vocabulary.get(`${candidate}w${after}`) ?? 0);
    found.set(candidate, count + 50 * (left + right));
  }
  return [...found]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([candidate]) => candidate)
    .slice(0, 10);
}

/**
 * Words that a known word may have been meant for: those one slip away that often stand beside the neighbours
 * typed, when the word itself does not.
 *
 * @example likelierTerms('tan', ['an', 'giao'], vocabulary) // ['toan']: an toàn giao thông
 */
export function likelierTerms(
  term: string,
  [before, after]: readonly [string | null, string | null],
  vocabulary: Frequencies,
): readonly string[] {
  if (term.length < 3 || (before === null && after === null)) return [];
  const isBeside = (one: string): readonly boolean[] => [
    ...(before === null ? [] : [vocabulary.has(`${before}w${one}`)]),
    ...(after === null ? [] : [vocabulary.has(`${one}w${after}`)]),
  ];
  if (isBeside(term).some(Boolean)) return [];
  return [...new Set(oneEdit(term))]
    .filter((one) => one !== term && vocabulary.has(one) && isBeside(one).every(Boolean))
    .slice(0, 2);
}

/** Words of the index that begin with what is typed so far, the most frequent first. */
export function completions(
  prefix: string,
  before: string | null,
  vocabulary: Frequencies,
): readonly string[] {
  const found: [string, number][] = [];
  for (const [term, count] of vocabulary) {
    if (!term.startsWith(prefix) || term === prefix || isPair(term)) continue;
    found.push([term, count + 50 * (before === null ? 0 : (vocabulary.get(`${before}w${term}`) ?? 0))]);
  }
  return found
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([term]) => term)
    .slice(0, 4);
}

/** No syllable has a w; a foreign word with one is mistaken for a pair and merely not suggested. */
function isPair(term: string): boolean {
  return term.includes("w");
}

function* oneEdit(term: string): Generator<string> {
  for (let at = 0; at <= term.length; at += 1) {
    const [head, tail] = [term.slice(0, at), term.slice(at)];
    if (tail !== "") yield head + tail.slice(1);
    if (tail.length > 1) yield `${head}${tail.charAt(1)}${tail.charAt(0)}${tail.slice(2)}`;
    for (const letter of LETTERS) {
      yield head + letter + tail;
      if (tail !== "") yield head + letter + tail.slice(1);
    }
  }
}
