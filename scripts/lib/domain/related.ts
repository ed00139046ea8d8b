import type { Article } from "./article.ts";
import type { ArticleList, Listings } from "./listings.ts";
import { slugify } from "./vietnamese/slug.ts";

/** Articles looked at on either side in each list; keeps the cost of one page independent of the archive's size. */
const REACH = 6;

/** Where each article stands in a list, so that its neighbours are found without a search. */
export class Positions {
  readonly #positions = new WeakMap<ArticleList, Map<string, number>>();
  readonly #slugs = new Map<string, string>();

  /** Slug of a tag; articles share few tags. */
  slugOf(tag: string): string {
    let slug = this.#slugs.get(tag);
    if (slug === undefined) this.#slugs.set(tag, (slug = slugify(tag)));
    return slug;
  }

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
  const lists = [
    ...article.tags.map((tag) => listings.tags.get(positions.slugOf(tag))?.articles ?? []),
    article.topic === null ? [] : (listings.topics.get(article.topic) ?? []),
    article.place === null ? [] : (listings.places.get(article.place) ?? []),
  ];
  const candidates = new Map<Article, Candidate>();
  for (const list of lists) {
    const at = positions.of(article, list);
    if (at === -1) continue;
    for (const other of list.slice(Math.max(0, at - REACH), at + 1 + REACH)) {
      const known = candidates.get(other);
      if (known !== undefined) known.score += 1;
      else {
        const distance = Math.abs(other.date.epoch - article.date.epoch);
        candidates.set(other, { article: other, score: 1, distance });
      }
    }
  }
  const chosen = new Set(options.chosen.filter((other) => other.id !== article.id));
  const found: Candidate[] = [];
  for (const candidate of candidates.values()) {
    const { id } = candidate.article;
    if (id === article.id || options.skip.has(id) || options.chosen.includes(candidate.article)) continue;
    insert(found, candidate, options.count);
  }
  return [...chosen, ...found.map((candidate) => candidate.article)].slice(0, options.count);
}

interface Candidate {
  readonly article: Article;
  /** Lists that it shares with the article. */
  score: number;
  /** Milliseconds between the dates of both. */
  readonly distance: number;
}

/** Keeps the best of what comes, in order: few are wanted, and sorting all of them would cost most of a page's view. */
function insert(best: Candidate[], candidate: Candidate, count: number): void {
  let at = best.length;
  for (let before = best[at - 1]; before !== undefined && isBetter(candidate, before); before = best[at - 1])
    at -= 1;
  if (at >= count) return;
  best.splice(at, 0, candidate);
  if (best.length > count) best.pop();
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.distance === b.distance ? a.article.id < b.article.id : a.distance < b.distance;
}
