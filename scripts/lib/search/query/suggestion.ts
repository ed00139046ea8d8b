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
  // A word is spelled as beside the word before it; Sơ kết and chuyển đổi số have the same “so”.
  const spelled = new Map<string, string>();
  for (const text of [page.meta["title"] ?? "", page.meta["lead"] ?? "", page.content]) {
    let previous = "";
    for (const { term, surface } of wordsOf(text)) {
      for (const key of [`${previous} ${term}`, term]) if (!spelled.has(key)) spelled.set(key, surface);
      previous = term;
    }
  }
  let before = "";
  const words = query.words.map((word) => {
    const term =
      word.terms.find((one) => spelled.has(`${before} ${one}`)) ??
      word.terms.find((one) => spelled.has(one)) ??
      word.terms[0] ??
      "";
    const surface = spelled.get(`${before} ${term}`) ?? spelled.get(term) ?? word.accented ?? term;
    before = term;
    return surface === surface.toUpperCase() && surface.length > 1 ? surface.toLowerCase() : surface;
  });
  return words.join(" ");
}

/**
 * What a query that found nothing may have meant, in folded words, or `null` when no word of the index is near.
 *
 * @example guessOf(await parseQuery('tuyne', …)) // 'tuyen'
 */
export function guessOf({ words, corrected }: ParsedQuery): string | null {
  if (!corrected || words.some(({ origin }) => origin === "unknown")) return null;
  return words.map(({ terms }) => terms[0] ?? "").join(" ");
}
