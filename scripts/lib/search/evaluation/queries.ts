import { foldedWords } from "../query/parse-query.ts";
import type { LabelledArticle } from "./articles.ts";
import { dayWord, QUERY_KINDS } from "./query-kinds.ts";
import { seededRandom, type Random } from "./random.ts";

/** A query with the addresses that answer it; none for nonsense. */
export interface LabelledQuery {
  readonly kind: string;
  readonly text: string;
  readonly relevant: ReadonlySet<string>;
}

/**
 * Makes `each` labelled queries of every kind for generated articles. A query is answered by its article and
 * by any other whose title (or fact asked for) has all of its words.
 *
 * @example makeQueries(articles, { seed: 3, each: 20 }).filter((query) => query.kind === 'Telex').length // 20
 */
export function makeQueries(
  articles: readonly LabelledArticle[],
  { seed, each }: { readonly seed: number; readonly each: number },
): readonly LabelledQuery[] {
  const random = seededRandom(seed);
  const truth = articles.map((article) => ({
    url: article.record.url,
    words: new Set(truthOf(article).split(" ")),
  }));
  const queries: LabelledQuery[] = [];
  for (const [kind, make] of Object.entries(QUERY_KINDS)) {
    let made = 0;
    for (let attempt = 0; made < each && attempt < each * 60; attempt += 1) {
      const article = random.pick(articles);
      const query = make(article, random);
      if (query === null || query.text.trim().length < 3) continue;
      const own = foldedWords(query.means).split(" ");
      const relevant = new Set(
        truth.filter(({ words }) => own.every((word) => words.has(word))).map(({ url }) => url),
      );
      relevant.add(article.record.url);
      // More than a handful of right answers would make the query too easy.
      if (relevant.size > 3) continue;
      queries.push({ kind, text: query.text, relevant });
      made += 1;
    }
  }
  for (let count = 0; count < each * 2; count += 1)
    queries.push({ kind: "nonsense", text: nonsense(random), relevant: new Set() });
  return queries;
}

function truthOf(article: LabelledArticle): string {
  const { record, topic, place, district, event, person, agency } = article;
  return foldedWords(
    [record.title, topic, place, district, event, person, agency, dayWord(article)].join(" "),
  );
}

function nonsense(random: Random): string {
  const letters = "bcdfghjklmnpqrstvwxzaeiou";
  const word = (): string =>
    Array.from({ length: 4 + random.below(7) }, () => letters.charAt(random.below(letters.length))).join("");
  return Array.from({ length: 1 + random.below(4) }, word).join(" ");
}
