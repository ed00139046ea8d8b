import { findKeys } from "../keys.ts";
import type { ResultPage } from "../result-page.ts";
import { wordsOf, type Word } from "../words.ts";
import type { ParsedQuery, QueryWord } from "./parse-query.ts";

/** A run of text, as found or as part of a match. */
export interface TextRun {
  readonly text: string;
  readonly marked: boolean;
}

const EXCERPT_WORDS = 38;
const WORDS_BEFORE = 6;

/**
 * Cuts a text (NFC) into runs, every word of the query marked in it.
 *
 * @example markedRuns(query, 'Đảng bộ tỉnh') // [{ text: 'Đảng', marked: true }, { text: ' bộ tỉnh', marked: false }]
 */
export function markedRuns(query: ParsedQuery, text: string): readonly TextRun[] {
  return cut(
    text,
    0,
    text.length,
    matchesIn(query, text).map(({ word }) => word),
  );
}

/**
 * The part of a page (lead, then body) that says most about the query, with every word of the query marked;
 * `…` stands where the text goes on.
 */
export function excerptOf(query: ParsedQuery, page: ResultPage): readonly TextRun[] {
  const lead = page.meta["lead"] ?? "";
  const text = page.content.startsWith(lead) ? page.content : `${lead}\n${page.content}`;
  const words = wordsOf(text);
  const matches = matchesIn(query, text);
  const [from, to] = bestWindow(words, matches);
  const start = from === 0 ? 0 : (words[from]?.start ?? 0);
  const end = to >= words.length ? text.length : (words[to - 1]?.end ?? text.length);
  const runs = cut(
    text,
    start,
    end,
    matches.map(({ word }) => word),
  );
  return [
    ...(start > 0 ? [{ text: "… ", marked: false }] : []),
    ...runs,
    ...(end < text.length ? [{ text: " …", marked: false }] : []),
  ];
}

interface Match {
  readonly word: Pick<Word, "start" | "end">;
  /** The word of the query, or its document number or date. */
  readonly what: number;
  readonly weight: number;
}

function matchesIn(query: ParsedQuery, text: string): readonly Match[] {
  const keys = findKeys(text, false).flatMap((key): Match[] => {
    const what = query.keys.findIndex(
      (terms) => key.terms.includes(terms[0] ?? "") || terms.includes(key.terms[0] ?? ""),
    );
    return what < 0 ? [] : [{ word: key, what: -1 - what, weight: 12 }];
  });
  const words = wordsOf(text).flatMap((word): Match[] => {
    if (keys.some((key) => key.word.start < word.end && word.start < key.word.end)) return [];
    const what = query.words.findIndex((asked) => isMatch(asked, word.term));
    return what < 0 ? [] : [{ word, what, weight: query.words[what]?.weight ?? 0 }];
  });
  return [...keys, ...words].sort((a, b) => a.word.start - b.word.start);
}

function isMatch(asked: QueryWord, term: string): boolean {
  return asked.terms.some((wanted) => term === wanted || (asked.open && term.startsWith(wanted)));
}

/** The first and last word of the window with the most different, weighty and neighbouring matches. */
function bestWindow(words: readonly Word[], matches: readonly Match[]): readonly [number, number] {
  let best: readonly [number, number] = [0, Math.min(words.length, EXCERPT_WORDS)];
  let bestScore = 0;
  matches.forEach((first, place) => {
    const start = words.findIndex((word) => word.end > first.word.start);
    const limit = words[start + EXCERPT_WORDS - WORDS_BEFORE]?.start ?? Number.POSITIVE_INFINITY;
    const seen = new Set<number>();
    let score = 0;
    for (let index = place; index < matches.length; index += 1) {
      const match = matches[index];
      if (match === undefined || match.word.end > limit) break;
      const previous = matches[index - 1];
      const beside =
        index > place &&
        previous !== undefined &&
        match.what === previous.what + 1 &&
        match.word.start - previous.word.end <= 2;
      score += (seen.has(match.what) ? 0.05 : 1) * match.weight + (beside ? 0.5 * match.weight : 0);
      seen.add(match.what);
    }
    if (score <= bestScore) return;
    bestScore = score;
    const from = Math.max(0, start - WORDS_BEFORE);
    best = [from, Math.min(words.length, from + EXCERPT_WORDS)];
  });
  return best;
}

function cut(
  text: string,
  start: number,
  end: number,
  marks: readonly Pick<Word, "start" | "end">[],
): readonly TextRun[] {
  const runs: TextRun[] = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    if (mark.start > at) runs.push({ text: text.slice(at, mark.start), marked: false });
    runs.push({ text: text.slice(mark.start, mark.end), marked: true });
    at = mark.end;
  }
  if (at < end) runs.push({ text: text.slice(at, end), marked: false });
  return runs;
}
