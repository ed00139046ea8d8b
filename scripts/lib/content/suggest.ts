import { distance } from "fastest-levenshtein";
import { foldVietnamese } from "#domain/vietnamese/fold.ts";

/**
 * The known word that a mistyped one probably means, compared without diacritics, case and hyphens.
 * @returns `null` where nothing is near enough (more than a third of the letters differ).
 * @example suggest("kinhte", ["kinh-te", "van-hoa"]) // "kinh-te"
 */
export function suggest(word: string, known: Iterable<string>): string | null {
  const bare = strip(word);
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(bare.length / 3)) + 1;
  for (const candidate of known) {
    const between = distance(bare, strip(candidate));
    if (between < bestDistance) [best, bestDistance] = [candidate, between];
  }
  return best;
}

/**
 * What to write instead of an unknown key: the nearest one, or all where they are few; empty where neither helps.
 * @returns a sentence with the blank that parts it from the one before.
 * @example adviceOn("x", ["a"]) // " Chọn một trong: a."
 */
export function adviceOn(value: string, known: Iterable<string>): string {
  const keys = [...known];
  const near = suggest(value, keys);
  if (near !== null) return ` Có phải "${near}"?`;
  return keys.length > 0 && keys.length <= 12 ? ` Chọn một trong: ${keys.join(", ")}.` : "";
}

function strip(word: string): string {
  return foldVietnamese(word).replace(/[\s_-]+/g, "");
}
