import type { Article } from "./article.ts";
import type { ArticleList, Listings } from "./listings.ts";
import { slugify } from "./vietnamese/slug.ts";

/** Articles looked at on either side in each list; keeps the cost of one page independent of the archive's size. */
const REACH = 6;

/** Where each article stands in a list, so that its neighbours are found without a search. */
export class Positions {
  readonly #positions = new WeakMap<ArticleList, Map<string, number>>();

  /** Index of an article in a list; -1 where it is not in it. */
  of(article: Article, list: ArticleList): number {
    let positions = this.#positions.get(list);
    if (positions === undefined) {
      positions = new Map(list.map((item, index) => [item.id, index]));
      this.#positions.set(list, positions);
    }
    return positions.get(article.id) ?? -1;
  }
}

/**
 * Newer and older articles around one in a list, nearest first.
 * @example neighbours(article, section, positions, 3) // { newer: [...], older: [...] }
 */
export function neighbours(article: Article, list: ArticleList, positions: Positions, count: number) {
  const at = positions.of(article, list);
  if (at === -1) return { newer: [], older: [] };
  return {
    newer: list.slice(Math.max(0, at - count), at).reverse(),
    older: list.slice(at + 1, at + 1 + count),
  };
}

/**
 * Related articles: those the editor chose, then those nearby in date that share most tags (a topic or place counts as one).
 * @param chosen articles named in `related`, in the editor's order.
 * @param skip ids of articles shown elsewhere on the page.
 */
export function relatedArticles(
  article: Article,
  listings: Listings,
  positions: Positions,
  options: {
    readonly chosen: readonly Article[];
    readonly skip: ReadonlySet<string>;
    readonly count: number;
  },
): readonly Article[] {
  const scores = new Map<Article, number>();
  const lists = [
    ...article.tags.map((tag) => listings.tags.get(slugify(tag))?.articles ?? []),
    article.topic === null ? [] : (listings.topics.get(article.topic) ?? []),
    article.place === null ? [] : (listings.places.get(article.place) ?? []),
  ];
  for (const list of lists) {
    const { newer, older } = neighbours(article, list, positions, REACH);
    for (const other of [...newer, ...older]) scores.set(other, (scores.get(other) ?? 0) + 1);
  }
  const found = [...scores.keys()]
    .filter(
      (other) => other.id !== article.id && !options.skip.has(other.id) && !options.chosen.includes(other),
    )
    .sort(
      (a, b) =>
        (scores.get(b) ?? 0) - (scores.get(a) ?? 0) ||
        Math.abs(a.date.epoch - article.date.epoch) - Math.abs(b.date.epoch - article.date.epoch) ||
        (a.id < b.id ? -1 : 1),
    );
  const chosen = new Set(options.chosen.filter((other) => other.id !== article.id));
  return [...chosen, ...found].slice(0, options.count);
}
