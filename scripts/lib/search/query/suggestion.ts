import type { ResultPage } from "../result-page.ts";
import { wordsOf } from "../words.ts";
import type { ParsedQuery } from "./parse-query.ts";

/**
 * What a repaired query was taken for, in the spelling of the first result, or `null` when nothing was repaired.
 *
 * @example suggestionOf(await parseQuery('tuyne giao', …), page) // 'tuyên giáo'
 */
export function suggestionOf(query: ParsedQuery, page: ResultPage): string | null {
  if (!query.corrected) return null;
  const spelled = new Map<string, string>();
  for (const text of [page.meta["title"] ?? "", page.meta["lead"] ?? "", page.content]) {
    for (const word of wordsOf(text)) if (!spelled.has(word.term)) spelled.set(word.term, word.surface);
  }
  const words = query.words.map((word) => {
    const term = word.terms.find((one) => spelled.has(one)) ?? word.terms[0] ?? "";
    const surface = spelled.get(term) ?? word.accented ?? term;
    return surface === surface.toUpperCase() && surface.length > 1 ? surface.toLowerCase() : surface;
  });
  return words.join(" ");
}
