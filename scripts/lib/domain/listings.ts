import type { Article, Format } from "./article.ts";
import type { Section } from "./editorial.ts";
import { localDay } from "./dates.ts";
import { slugify } from "./vietnamese/slug.ts";

/** Articles of one list, newest first. */
export type ArticleList = readonly Article[];

/** Every list of the portal, made in one pass over the articles. All lists are newest first. */
export interface Listings {
  readonly recent: ArticleList;
  /** A section holds its own articles and those of its subsections. */
  readonly sections: ReadonlyMap<string, ArticleList>;
  /** By the tag's slug; the name is the spelling used most recently. */
  readonly tags: ReadonlyMap<string, { readonly name: string; readonly articles: ArticleList }>;
  readonly authors: ReadonlyMap<string, ArticleList>;
  readonly topics: ReadonlyMap<string, ArticleList>;
  readonly places: ReadonlyMap<string, ArticleList>;
  readonly formats: ReadonlyMap<Format, ArticleList>;
  /** By year and then month of the address, newest first. */
  readonly years: ReadonlyMap<
    number,
    { readonly articles: ArticleList; readonly months: ReadonlyMap<number, ArticleList> }
  >;
}

/**
 * Orders articles as every list shows them: newest first; of the same moment, by id, so that two builds agree.
 * @returns a new array.
 */
export function newestFirst(articles: Iterable<Article>): ArticleList {
  return [...articles].sort((a, b) => b.date.epoch - a.date.epoch || (a.id < b.id ? -1 : 1));
}

/**
 * Sorts public articles into every list at once: one pass, so that no page has to scan all articles.
 * @param sections register whose `parent` puts an article into the parent's list too.
 * @example makeListings(articles, editorial.sections).tags.get("hoi-nghi")?.articles
 */
export function makeListings(articles: Iterable<Article>, sections: ReadonlyMap<string, Section>): Listings {
  const recent = newestFirst(articles);
  const lists = {
    sections: new Map<string, Article[]>(),
    authors: new Map<string, Article[]>(),
    topics: new Map<string, Article[]>(),
    places: new Map<string, Article[]>(),
    formats: new Map<Format, Article[]>(),
  };
  const tags = new Map<string, { name: string; articles: Article[] }>();
  /** By spelling: articles share few tags. */
  const slugs = new Map<string, string>();
  const years = new Map<number, { articles: Article[]; months: Map<number, Article[]> }>();

  for (const article of recent) {
    for (const key of lineage(article.section, sections)) push(lists.sections, key, article);
    for (const author of article.authors) if (author.key !== null) push(lists.authors, author.key, article);
    if (article.topic !== null) push(lists.topics, article.topic, article);
    if (article.place !== null) push(lists.places, article.place, article);
    push(lists.formats, article.format, article);
    for (const name of article.tags) {
      const slug = slugs.get(name) ?? slugify(name);
      slugs.set(name, slug);
      const tag = tags.get(slug);
      if (tag === undefined) tags.set(slug, { name, articles: [article] });
      else if (tag.articles.at(-1) !== article) tag.articles.push(article);
    }
    const { year, month } = addressMonth(article);
    const inYear = years.get(year) ?? { articles: [], months: new Map<number, Article[]>() };
    years.set(year, inYear);
    inYear.articles.push(article);
    push(inYear.months, month, article);
  }
  return { recent, ...lists, tags, years };
}

/** Year and month of an article's address, which are those of its folder, and stay when its date is corrected. */
export function addressMonth(article: Article): { readonly year: number; readonly month: number } {
  const [year, month] = article.id.split("/").map(Number);
  return year === undefined || month === undefined ? localDay(article.date.epoch) : { year, month };
}

/** A section and its ancestors, nearest first. */
export function lineage(key: string, sections: ReadonlyMap<string, Section>): readonly string[] {
  const keys: string[] = [];
  for (let at: string | null = key; at !== null && !keys.includes(at); at = sections.get(at)?.parent ?? null)
    keys.push(at);
  return keys;
}

function push<Key>(lists: Map<Key, Article[]>, key: Key, article: Article): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [article]);
  else list.push(article);
}
